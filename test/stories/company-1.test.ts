import { tellCompanies } from "./company.js";

// Twenty seeds in two files, so that two workers share them.
tellCompanies(Array.from({ length: 10 }, (_, i) => 1 + i));
