package dev.concordat.cli.pact;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.files.ContractSearch;
import dev.concordat.cli.run.Installation;
import dev.concordat.cli.run.Troubles;
import dev.concordat.contracts.Contract;
import dev.concordat.contracts.pact.PactContract;
import dev.concordat.contracts.pact.PactGenerators;
import dev.concordat.contracts.pact.broker.BrokerRefusal;
import dev.concordat.contracts.pact.broker.BrokeredPact;
import dev.concordat.contracts.pact.broker.PactBroker;
import dev.concordat.contracts.pact.broker.PactQuestion;
import dev.concordat.contracts.reader.ContractReader;
import dev.concordat.model.run.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `concordat verify`: gets the pacts of a provider, holds the running provider against each, tells what is wrong, and
/// publishes what came of it where that was asked for.
public final class Verify {
  /// Made values are the same in every run.
  private static final long SEED = 1;

  private final Console console;
  private final Installation installation;

  public Verify(Console console, Installation installation) {
    this.console = console;
    this.installation = installation;
  }

  /// Does all of it.
  ///
  /// @param access where pacts come from that are not in files
  public Verdict run(VerifyRequest request, BrokerAccess access) {
    try (var door = new Address(access.address(), false, access.headers())) {
      var broker = new PactBroker(door, access.url());
      return run(request, broker, access);
    } catch (BrokerRefusal refusal) {
      console.say("concordat: " + access.url() + ": " + refusal.getMessage());
      if (refusal.status() == 401) {
        console.say(
            "  Put a token into CONCORDAT_TOKEN or "
                + BrokerAccess.TOKEN
                + ", or a user into "
                + BrokerAccess.USER
                + " and "
                + BrokerAccess.PASSWORD
                + ".");
      }
      return refusal.isAboutTheQuestion() ? Verdict.BAD_INPUT : Verdict.NO_ENVIRONMENT;
    } catch (IOException failure) {
      console.say("concordat: " + failure.getMessage());
      return Verdict.NO_ENVIRONMENT;
    }
  }

  private Verdict run(VerifyRequest request, PactBroker broker, BrokerAccess access)
      throws IOException {
    Optional<List<Offered>> offered =
        request.files().isEmpty() ? brokered(request, broker) : files(request);
    if (offered.isEmpty()) {
      return Verdict.BAD_INPUT;
    }
    List<Offered> pacts =
        offered.get().stream()
            .map(one -> request.only().map(one::only).orElse(one))
            .filter(one -> request.only().isEmpty() || !one.pact().interactions().isEmpty())
            .toList();
    if (pacts.isEmpty()) {
      String where = request.files().isEmpty() ? " at " + access.url() : "";
      console.say("concordat: there is no pact to verify" + where + none(request));
      return request.mayBeNone() ? Verdict.HOLDS : Verdict.BAD_INPUT;
    }
    try (var provider = new ProviderUnderTest(request)) {
      List<Verified> verified = new ArrayList<>();
      for (Offered pact : pacts) {
        pact.standing().said("before_verification").forEach(console::say);
        verified.add(
            new Verified(
                pact,
                provider.verify(
                    pact.pact(),
                    new PactGenerators(SEED, ZonedDateTime.now(ZoneId.systemDefault()))),
                Optional.empty()));
        if (provider.trouble().isPresent()) {
          console.say("concordat: " + provider.trouble().get());
          console.say("  That says nothing about the pacts, so nothing is told or published.");
          return Verdict.NO_ENVIRONMENT;
        }
      }
      List<Verified> told =
          request.isPublished()
              ? new Results(broker, request, access.url()).publish(verified)
              : verified;
      new VerifyTeller(console, installation.workingFolder(), request).tell(told);
      return told.stream().anyMatch(Verified::isBroken) ? Verdict.FINDINGS : Verdict.HOLDS;
    }
  }

  private static String none(VerifyRequest request) {
    if (request.only().isPresent()) {
      return " with '" + request.only().get() + "' in its description.";
    }
    return request.files().isEmpty()
        ? ": no consumer has one with "
            + request.provider().orElse("")
            + " that these selectors choose. --allow-none takes that for good."
        : ".";
  }

  private Optional<List<Offered>> brokered(VerifyRequest request, PactBroker broker)
      throws IOException {
    List<BrokeredPact> pacts =
        broker.pactsToVerify(
            new PactQuestion(
                request.provider().orElseThrow(),
                request.chosen().selectors(),
                request.chosen().includesPending(),
                request.chosen().wipSince(),
                request.version().branch(),
                request.chosen().tags()));
    var kept = new KeptPacts(installation.home().resolve("pacts"));
    List<Offered> offered = new ArrayList<>();
    for (BrokeredPact pact : pacts) {
      offered.add(kept.keep(pact));
    }
    return Optional.of(offered);
  }

  private Optional<List<Offered>> files(VerifyRequest request) {
    Path folder = installation.workingFolder().toAbsolutePath().normalize();
    var search = new ContractSearch(folder);
    for (String word : request.files()) {
      if (!search.add(word)) {
        console.say("concordat: there is no file or folder '" + word + "'.");
        return Optional.empty();
      }
    }
    var reader = new ContractReader(search.root());
    List<Offered> offered = new ArrayList<>();
    for (ContractSearch.Found found : search.files()) {
      Contract contract = reader.read(found.file());
      if (!(contract instanceof PactContract pact)) {
        if (found.isNamed()) {
          console.say("concordat: " + contract.file() + " is no pact.");
          return Optional.empty();
        }
        continue;
      }
      if (Troubles.tellProblems(console, search.root(), pact.problems())) {
        return Optional.empty();
      }
      if (request.provider().filter(name -> !name.equals(pact.provider())).isEmpty()) {
        offered.add(new Offered(pact, Optional.empty()));
      }
    }
    return Optional.of(offered);
  }
}
