import type { Role } from "../habits.js";

/** The mobile apps: gradle, xcodebuild, adb, fastlane. */
export const mobile: Role = {
  rules: {
    extension: ["swift", "kt", "xml", "gradle"],
    folder: ["app/src/{noun}", "ios/{noun}", "shared/src", "app/src/test/{noun}"],
    scheme: ["Shop", "ShopDev", "ShopTests"],
    device: ["emulator-5554", "emulator-5556"],
  },
  hands: [
    [14, "./gradlew assembleDebug"],
    [8, "./gradlew testDebugUnitTest"],
    [6, "./gradlew lint"],
    [3, "./gradlew clean"],
    [8, "adb devices"],
    [6, "adb -s {device} logcat"],
    [5, "adb -s {device} install app/build/outputs/apk/debug/app-debug.apk"],
    [6, "xcodebuild -scheme {scheme} build"],
    [4, "pod install"],
    [4, "rm -rf ios/Pods"],
    [3, "rm -rf build"],
    [4, "bundle exec fastlane beta"],
    [3, "xcrun simctl list devices"],
    [3, "open ios/Shop.xcworkspace"],
  ],
  agents: [
    [16, "./gradlew testDebugUnitTest --tests '*{noun}*'"],
    [12, "./gradlew compileDebugKotlin"],
    [8, "./gradlew lint"],
    [6, "./gradlew assembleDebug 2>&1 | tail -{few}"],
    [8, "xcodebuild -scheme {scheme} -quiet build"],
    [6, "swiftlint lint {folder}"],
    [4, "ktlint {file}"],
    [3, "plutil -lint ios/{noun}/Info.plist"],
    [3, "rm -rf build"],
    [3, "adb devices"],
  ],
};
