package dev.concordat.cli.command;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.serve.Serve;
import dev.concordat.cli.serve.ServeRequest;
import dev.concordat.model.run.Verdict;
import dev.concordat.registry.access.BasicUser;
import dev.concordat.registry.access.Scope;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.store.DatabaseAddress;
import dev.concordat.registry.webhook.WebhookSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// `concordat serve`: the registry.
final class ServeCommand implements Command {
  /// Where clients of the Pact Broker look first.
  static final int DEFAULT_PORT = 9292;

  private static final String DATABASE_PASSWORD = "CONCORDAT_DATABASE_PASSWORD";
  private static final String USERS = "PACT_BROKER_BASIC_AUTH_";

  private static final String NAMES_CHECKED =
      "PACT_BROKER_CHECK_FOR_POTENTIAL_DUPLICATE_PACTICIPANT_NAMES";
  private static final String MAY_CHANGE = "PACT_BROKER_ALLOW_DANGEROUS_CONTRACT_MODIFICATION";

  private final Console console;
  private final Installation installation;

  ServeCommand(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
                "serve",
                "Run the registry: contracts, versions, verifications and deployments of all teams, for clients of the Pact"
                    + " Broker too.",
                "concordat serve                                    on this machine, data under ~/.concordat",
                "concordat serve --data /var/lib/registry --host 0.0.0.0 --port 9292",
                "concordat serve --database jdbc:postgresql://db:5432/registry --user registry",
                "concordat serve --oidc-issuer https://login.example.org --oidc-client-id concordat \\",
                "  --oidc-client-secret-file secret --oidc-group 'payments=team-payments:publish,deploy'",
                "concordat serve --backup registry.backup           also while it runs",
                "concordat serve --data new/ --restore registry.backup",
                "",
                "Environment variables: " + DATABASE_PASSWORD + " (with --database);",
                "  " + USERS + "USERNAME and _PASSWORD, and the same with READ_ONLY_ before",
                "  USERNAME and PASSWORD: users of clients that know no tokens;",
                "  " + MailFlags.PASSWORD + " (with --mail-user);",
                "  " + OidcFlags.ISSUER + ", _CLIENT_ID, _CLIENT_SECRET and _GROUPS (a;b): the",
                "  same as the options.")
            .addOption(ListenFlags.port(DEFAULT_PORT))
            .addOption(ListenFlags.host())
            .addOption(
                Specs.option(
                    "--data",
                    "FOLDER",
                    Path.class,
                    "The data of its own database. Default: registry in Concordat's home."))
            .addOption(
                Specs.option(
                    "--database",
                    "URL",
                    String.class,
                    "Your own PostgreSQL 15 or newer (jdbc:postgresql://…) instead."))
            .addOption(
                Specs.option("--user", "NAME", String.class, "Who owns the tables in --database."))
            .addOption(Specs.flag("--anonymous-read", "Let everybody read without a token."))
            .addOption(
                Specs.flag(
                    "--allow-near-names",
                    "Let whoever publishes make a system that is called nearly like a known one."))
            .addOption(
                Specs.flag(
                    "--allow-contract-changes",
                    "Let a version say something else than before. Then answers about it may be wrong."))
            .addOption(
                OptionSpec.builder("--webhook-host")
                    .paramLabel("HOST")
                    .type(List.class)
                    .auxiliaryTypes(String.class)
                    .description(
                        "The only hosts that webhooks may call, also private ones: name or *.name. May be repeated."
                            + " Default: all public ones.")
                    .build())
            .addOption(Specs.flag("--webhook-http", "Let webhooks call without TLS."))
            .addOption(
                Specs.flag("--new-token", "Make and print another token for administrators."))
            .addOption(
                Specs.option(
                    "--backup", "FILE", Path.class, "Write everything to a file, and end."))
            .addOption(
                Specs.option(
                    "--restore",
                    "FILE",
                    Path.class,
                    "Read a backup into an empty registry, and end."))
            .addOption(Specs.format());
    return OidcFlags.on(MailFlags.on(spec));
  }

  @Override
  public Verdict run(ParseResult given) {
    int port = given.matchedOptionValue("--port", DEFAULT_PORT);
    Optional<String> problem = ListenFlags.problem(port);
    if (problem.isPresent()) {
      console.say("concordat: " + problem.get());
      return Verdict.BAD_INPUT;
    }
    boolean isOwn = given.hasMatchedOption("--database");
    if (isOwn && given.hasMatchedOption("--data")) {
      console.say("concordat: --data and --database exclude each other.");
      return Verdict.BAD_INPUT;
    }
    if (isOwn && !given.matchedOptionValue("--database", "").startsWith("jdbc:postgresql://")) {
      console.say("concordat: --database must begin with jdbc:postgresql://.");
      return Verdict.BAD_INPUT;
    }
    if (given.hasMatchedOption("--backup") && given.hasMatchedOption("--restore")) {
      console.say("concordat: --backup and --restore exclude each other.");
      return Verdict.BAD_INPUT;
    }
    Path folder = installation.workingFolder().toAbsolutePath();
    MailFlags mail = MailFlags.read(given, folder, installation.variables());
    if (mail.problem().isPresent()) {
      console.say("concordat: " + mail.problem().get());
      return Verdict.BAD_INPUT;
    }
    OidcFlags people = OidcFlags.read(given, folder, installation.variables());
    if (people.problem().isPresent()) {
      console.say("concordat: " + people.problem().get());
      return Verdict.BAD_INPUT;
    }
    Path data =
        folder
            .resolve(given.matchedOptionValue("--data", installation.home().resolve("registry")))
            .normalize();
    var request =
        new ServeRequest(
            ListenFlags.host(given),
            port,
            data,
            isOwn ? Optional.of(database(given)) : Optional.empty(),
            given.matchedOptionValue("--anonymous-read", false),
            users(installation.variables()),
            people.settings(),
            rules(given, installation.variables()),
            WebhookSettings.STANDARD
                .withHosts(
                    given.matchedOptionValue("--webhook-host", List.of()),
                    given.matchedOptionValue("--webhook-http", false))
                .withMail(mail.server()),
            given.matchedOptionValue("--new-token", false),
            given.matchedOptionValue("--format", OutputFormat.text) == OutputFormat.json);
    Serve serve = new Serve(console, installation);
    if (given.hasMatchedOption("--backup")) {
      return serve.backup(request, folder.resolve(given.matchedOptionValue("--backup", data)));
    }
    if (given.hasMatchedOption("--restore")) {
      return serve.restore(request, folder.resolve(given.matchedOptionValue("--restore", data)));
    }
    return serve.serve(request);
  }

  private DatabaseAddress database(ParseResult given) {
    return new DatabaseAddress(
        given.matchedOptionValue("--database", ""),
        given.matchedOptionValue("--user", System.getProperty("user.name", "")),
        installation.variables().getOrDefault(DATABASE_PASSWORD, ""));
  }

  private static PublishingRules rules(ParseResult given, Map<String, String> variables) {
    return new PublishingRules(
        !given.matchedOptionValue("--allow-near-names", false)
            && !variables.getOrDefault(NAMES_CHECKED, "true").equalsIgnoreCase("false"),
        given.matchedOptionValue("--allow-contract-changes", false)
            || variables.getOrDefault(MAY_CHANGE, "false").equalsIgnoreCase("true"));
  }

  private static List<BasicUser> users(Map<String, String> variables) {
    List<BasicUser> users = new ArrayList<>();
    user(variables, USERS, EnumSet.of(Scope.ADMIN)).ifPresent(users::add);
    user(variables, USERS + "READ_ONLY_", EnumSet.of(Scope.READ)).ifPresent(users::add);
    return users;
  }

  private static Optional<BasicUser> user(
      Map<String, String> variables, String prefix, Set<Scope> scopes) {
    String name = variables.getOrDefault(prefix + "USERNAME", "");
    String password = variables.getOrDefault(prefix + "PASSWORD", "");
    return name.isEmpty() || password.isEmpty()
        ? Optional.empty()
        : Optional.of(new BasicUser(name, password, scopes));
  }
}
