import { tellCompanies } from "./company.js";

// Twelve seeds in two files, so that two workers share them.
tellCompanies(Array.from({ length: 6 }, (_, i) => 7 + i));
