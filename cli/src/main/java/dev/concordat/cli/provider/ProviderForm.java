package dev.concordat.cli.provider;

/// What standard output holds after a run against a provider.
public enum ProviderForm {
  text,
  json,
  junit,
  sarif,
  har,
  github
}
