package dev.concordat.cli.command;

import dev.concordat.registry.mail.MailServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Where the registry hands in e-mail.
///
/// @param server empty where none is named, or where it cannot be used
/// @param problem why it cannot be used, as a sentence
record MailFlags(Optional<MailServer> server, Optional<String> problem) {
  static final String PASSWORD = "CONCORDAT_MAIL_PASSWORD";

  static CommandSpec on(CommandSpec spec) {
    return spec.addOption(
            Specs.option(
                "--mail-server",
                "URL",
                String.class,
                "Where e-mail is handed in: smtp://HOST (STARTTLS), smtps://HOST, or smtp-plain://HOST."))
        .addOption(Specs.option("--mail-from", "ADDRESS", String.class, "Whom e-mail comes from."))
        .addOption(Specs.option("--mail-user", "NAME", String.class, "Who hands e-mail in."))
        .addOption(
            Specs.option(
                "--mail-authority",
                "FILE",
                Path.class,
                "Certificates (PEM) that the mail server's is signed by. Default: those that Java trusts."));
  }

  static MailFlags read(ParseResult given, Path folder, Map<String, String> variables) {
    String address = given.matchedOptionValue("--mail-server", "");
    if (address.isEmpty()) {
      return new MailFlags(Optional.empty(), Optional.empty());
    }
    String from = given.matchedOptionValue("--mail-from", "");
    Optional<MailServer> server = MailServer.of(address, from);
    if (server.isEmpty()) {
      return problem(
          "--mail-server is like smtp://mail.example.org:587, without a user in it, and --mail-from like"
              + " concordat@example.org.");
    }
    String user = given.matchedOptionValue("--mail-user", "");
    String password = variables.getOrDefault(PASSWORD, "");
    if (!user.isEmpty() && password.isEmpty()) {
      return problem("--mail-user needs its password in " + PASSWORD + ".");
    }
    MailServer known =
        user.isEmpty() ? server.get() : server.get().as(new MailServer.Login(user, password));
    if (!given.hasMatchedOption("--mail-authority")) {
      return new MailFlags(Optional.of(known), Optional.empty());
    }
    Path file = folder.resolve(given.matchedOptionValue("--mail-authority", Path.of("")));
    try {
      return new MailFlags(Optional.of(known.trusting(file)), Optional.empty());
    } catch (IOException unreadable) {
      return problem("--mail-authority " + file + ": " + unreadable.getMessage() + ".");
    }
  }

  private static MailFlags problem(String sentence) {
    return new MailFlags(Optional.empty(), Optional.of(sentence));
  }
}
