package dev.concordat.cli.command;

/// What standard output holds.
enum OutputFormat {
  text,
  json
}
