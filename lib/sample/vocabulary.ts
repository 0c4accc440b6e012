import type { Rules } from "./grammar.js";

/** Words that everybody at the company uses; roles add their own. Usual ones first, see `popular`. */
export const vocabulary: Rules = {
  noun: (
    "cart order price user session invoice token report cache queue worker router search profile product coupon " +
    "shipment payment ledger event metric feature address basket catalog checkout currency customer delivery digest " +
    "discount export filter gateway header image import index inventory job label layout limit locale login mailer " +
    "menu migration notice offer page parcel policy quota rating receipt refund region retry review schedule schema " +
    "sender signal stock storage summary tariff tax template tenant ticket timeline tracker upload vendor voucher webhook"
  ).split(" "),
  verb: "fix add update remove rename handle simplify test move document speed-up split guard retry log".split(" "),
  digit: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0"],
  number: ["{digit}{digit}", "{digit}{digit}{digit}", "{digit}"],
  lines: ["1,80p", "1,40p", "80,160p", "{digit}0,{digit}{digit}0p", "{digit}{digit},{digit}{digit}0p"],
  few: ["20", "10", "5", "50", "3", "100", "40"],
  ticket: ["OPS-{number}", "SHOP-{number}", "DATA-{number}"],
  kind: ["feat", "fix", "chore", "spike", "docs"],
  branch: ["{kind}/{noun}-{noun}", "{kind}/{noun}", "{kind}/{ticket}-{noun}"],
  message: ["{verb} {noun} {noun}", "{verb} {noun}", "{ticket} {verb} {noun} {noun}", "{verb} {noun} in {noun} {noun}"],
  symbol: ["{noun}Id", "load{noun}", "{noun}_{noun}", "{noun}Client", "render{noun}", "{noun}For{noun}", "max_{noun}"],
  folder: ["src", "src/{noun}", "lib", "internal/{noun}", "test", "src/{noun}/{noun}"],
  extension: ["ts", "md", "json"],
  file: ["{folder}/{noun}.{extension}", "{noun}.{extension}", "{folder}/{noun}-{noun}.{extension}", "README.md"],
  commit: ["HEAD~1", "HEAD~{digit}", "main", "ORIG_HEAD", "origin/main"],
  service: ["shop", "checkout", "relay", "search", "mailer", "ledger", "gateway", "atlas"],
  namespace: ["dev", "staging", "preview-{number}", "tools"],
  pod: ["{service}-{hash}-{letters}", "{service}-worker-{hash}-{letters}"],
  hash: ["{digit}f{digit}c{digit}", "7{letter}{digit}{digit}{letter}", "5d{digit}b{letter}"],
  letter: "b c d f g h j k l m n p q r s t v w x z".split(" "),
  letters: ["{letter}{letter}{digit}{letter}{letter}"],
  tool: ["git", "tar", "jq", "make", "curl", "rsync", "awk"],
  version: ["1.{digit}.{digit}", "2.{digit}.{digit}", "0.{digit}{digit}.{digit}"],
};
