package dev.concordat.cli.command;

import dev.concordat.registry.access.GroupRule;
import dev.concordat.registry.access.Memberships;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.signin.OidcSettings;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Whose people may sign in to the registry, and what they may do.
///
/// @param settings empty where no issuer is named, or where it cannot be used
/// @param problem why it cannot be used, as a sentence
record OidcFlags(Optional<OidcSettings> settings, Optional<String> problem) {
  static final String ISSUER = "CONCORDAT_OIDC_ISSUER";
  static final String CLIENT = "CONCORDAT_OIDC_CLIENT_ID";
  static final String SECRET = "CONCORDAT_OIDC_CLIENT_SECRET";
  static final String GROUPS = "CONCORDAT_OIDC_GROUPS";

  private static final String NOBODY = "none";

  /// Bytes of a file with a secret; a longer one is another file.
  private static final long MAX_SECRET = 10_000;

  static CommandSpec on(CommandSpec spec) {
    return spec.addOption(
            Specs.option(
                "--oidc-issuer",
                "URL",
                String.class,
                "People sign in by this issuer of identities (OpenID Connect), like https://login.example.org."))
        .addOption(
            Specs.option(
                "--oidc-client-id", "ID", String.class, "How the issuer calls this registry."))
        .addOption(
            Specs.option(
                "--oidc-client-secret-file",
                "FILE",
                Path.class,
                "The secret that the issuer gave it. Default: "
                    + SECRET
                    + ", else a client without one."))
        .addOption(
            Specs.texts(
                "--oidc-group",
                "GROUP=TEAM:SCOPES",
                "What a group may do: payments-devs=team-payments:publish,deploy; * for all teams. May be repeated."))
        .addOption(
            Specs.option(
                "--oidc-groups-claim",
                "NAME",
                String.class,
                "The claim with somebody's groups. Default: "
                    + OidcSettings.USUAL_GROUPS_CLAIM
                    + "."))
        .addOption(
            Specs.option(
                "--oidc-everybody",
                "SCOPE",
                String.class,
                "What everybody may do whom the issuer knows; none for members of groups only. Default: read."))
        .addOption(
            Specs.texts(
                "--oidc-scope",
                "NAME",
                "What the issuer is asked for beside openid. May be repeated. Default: profile, email."));
  }

  static OidcFlags read(ParseResult given, Path folder, Map<String, String> variables) {
    String issuer = given.matchedOptionValue("--oidc-issuer", variables.getOrDefault(ISSUER, ""));
    if (issuer.isEmpty()) {
      return new OidcFlags(Optional.empty(), Optional.empty());
    }
    URI address;
    try {
      address = new URI(issuer);
    } catch (URISyntaxException e) {
      return problem("--oidc-issuer is no address: " + e.getMessage() + ".");
    }
    Optional<String> unusable = OidcSettings.problem(address);
    if (unusable.isPresent()) {
      return problem("--oidc-issuer " + issuer + " " + unusable.get() + ".");
    }
    String client =
        given.matchedOptionValue("--oidc-client-id", variables.getOrDefault(CLIENT, ""));
    if (client.isBlank()) {
      return problem("--oidc-issuer needs --oidc-client-id, how the issuer calls this registry.");
    }
    List<GroupRule> rules = new ArrayList<>();
    for (String rule : rules(given, variables)) {
      Optional<GroupRule> read = GroupRule.parse(rule);
      if (read.isEmpty()) {
        return problem(
            "--oidc-group is like GROUP=TEAM:publish,deploy with scopes of read, publish, deploy and admin, not '"
                + rule
                + "'.");
      }
      rules.add(read.get());
    }
    String word = given.matchedOptionValue("--oidc-everybody", Scope.READ.word());
    Optional<Scope> everybody = Scope.of(word);
    if (everybody.isEmpty() && !word.equals(NOBODY)) {
      return problem("--oidc-everybody is one of read, publish, deploy, admin and none.");
    }
    Optional<String> secret;
    try {
      secret = secret(given, folder, variables);
    } catch (IOException e) {
      return problem("--oidc-client-secret-file cannot be read: " + e.getMessage() + ".");
    }
    return new OidcFlags(
        Optional.of(
            new OidcSettings(
                address,
                client,
                secret,
                given.matchedOptionValue("--oidc-scope", OidcSettings.USUAL_SCOPES),
                given.matchedOptionValue("--oidc-groups-claim", OidcSettings.USUAL_GROUPS_CLAIM),
                new Memberships(rules, everybody.map(Set::of).orElse(Set.of())))),
        Optional.empty());
  }

  /// Those of the command line, else those of the variable, one a line or with semicolons between them.
  private static List<String> rules(ParseResult given, Map<String, String> variables) {
    List<String> written = given.matchedOptionValue("--oidc-group", List.of());
    return written.isEmpty()
        ? variables
            .getOrDefault(GROUPS, "")
            .replace(';', '\n')
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty())
            .toList()
        : written;
  }

  private static Optional<String> secret(
      ParseResult given, Path folder, Map<String, String> variables) throws IOException {
    if (!given.hasMatchedOption("--oidc-client-secret-file")) {
      return Optional.of(variables.getOrDefault(SECRET, "")).filter(text -> !text.isEmpty());
    }
    Path file = folder.resolve(given.matchedOptionValue("--oidc-client-secret-file", Path.of("")));
    if (Files.size(file) > MAX_SECRET) {
      throw new IOException(file + " is longer than " + MAX_SECRET + " bytes");
    }
    String text = Files.readString(file).strip();
    if (text.isEmpty()) {
      throw new IOException(file + " is empty");
    }
    return Optional.of(text);
  }

  private static OidcFlags problem(String sentence) {
    return new OidcFlags(Optional.empty(), Optional.of(sentence));
  }
}
