import type { Role } from "../habits.js";

/** The web shop: npm, vite, git. Throws away what a build can make again, several times a day. */
export const frontend: Role = {
  rules: {
    extension: ["tsx", "ts", "css", "json", "html"],
    folder: ["src", "src/components/{noun}", "src/pages", "src/hooks", "public", "src/styles"],
    package: ["zod", "clsx", "date-fns", "vite", "react-router", "msw"],
  },
  hands: [
    [20, "npm run dev"],
    [10, "npm test"],
    [8, "npm run build"],
    [6, "npm run lint"],
    [6, "npm install"],
    [4, "npm install {package}"],
    [5, ["rm -rf node_modules", "npm ci"]],
    [3, "rm -rf dist"],
    [4, "npx vite preview"],
    [4, "npx playwright test {noun}"],
    [3, "npm run storybook"],
    [3, "npx prettier --write {file}"],
    [3, "lsof -i :5173"],
    [2, "killall node"],
    [2, "npm outdated"],
  ],
  agents: [
    [18, "npm test -- {noun}"],
    [14, "npm run lint"],
    [14, "npx tsc --noEmit"],
    [8, "npm run build"],
    [8, "npx vitest run {file}"],
    [6, "npm test 2>&1 | tail -{few}"],
    [5, "npx prettier --check {folder}"],
    [4, "npx eslint {file} --fix"],
    [3, "npm ls {package}"],
    [3, "npm install --save-dev {package}"],
    [3, "rm -rf node_modules && npm ci"],
    [3, "rm -rf dist"],
    [3, "curl -s http://localhost:5173/{noun}"],
    [3, "node -e 'console.log(process.version)'"],
  ],
};
