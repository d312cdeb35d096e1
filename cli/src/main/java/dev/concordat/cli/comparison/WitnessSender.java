package dev.concordat.cli.comparison;

import dev.concordat.cli.console.Console;
import dev.concordat.cli.run.Installation;
import dev.concordat.model.comparison.WitnessMessage;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.json.JsonText;
import dev.concordat.model.run.Verdict;
import dev.concordat.report.comparison.WitnessJson;
import dev.concordat.report.comparison.WitnessText;
import dev.concordat.report.json.Members;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/// Says whether a running provider refuses the request that shows a difference: what its contract says and what it does may
/// be two things.
public final class WitnessSender {
  private final Console console;
  private final ComparisonStore store;

  public WitnessSender(Console console, Installation installation) {
    this.console = console;
    this.store = new ComparisonStore(installation.home());
  }

  /// Sends the request of the only difference whose id starts so.
  ///
  /// @param more headers of the request, such as a credential
  public Verdict send(String idPrefix, URI url, List<Header> more, boolean isJson) {
    StoredDifference difference;
    try {
      difference = store.find(idPrefix).getFirst().differences().getFirst();
    } catch (IOException e) {
      return refused("the comparisons cannot be read: " + e.getMessage());
    }
    if (Redaction.isRedacted(difference.witness())) {
      return refused("a secret was taken out of the message, so it cannot be sent");
    }
    if (!(difference.witness() instanceof WitnessMessage.HttpRequest(HttpRequestMessage request))) {
      return refused(
          "only requests over HTTP can be sent; what shows this difference is none: replay it"
              + " without --url");
    }
    try {
      return tell(difference, new WitnessCall(url, more).send(request), isJson);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Verdict.INTERNAL_ERROR;
    }
  }

  private Verdict refused(String why) {
    console.say("concordat: " + why);
    return Verdict.BAD_INPUT;
  }

  private Verdict tell(StoredDifference difference, WitnessCall.Said said, boolean isJson) {
    return switch (said) {
      case WitnessCall.Said.Nothing(String reason) -> {
        console.say("concordat: the provider gave no answer: " + reason);
        yield Verdict.NO_ENVIRONMENT;
      }
      case WitnessCall.Said.Answered answered -> {
        boolean isAboutWho =
            answered.asksWho() && !difference.rule().equals(AgreeRules.SECURITY_ADDED.id());
        if (isAboutWho) {
          console.say(
              "concordat: the provider answers "
                  + answered.status()
                  + ": it asks who calls. Give --bearer, --basic or --header.");
          yield Verdict.BAD_INPUT;
        }
        if (isJson) {
          json(difference, answered);
        } else {
          text(difference, answered);
        }
        yield answered.isTaken() ? Verdict.HOLDS : Verdict.FINDINGS;
      }
    };
  }

  private static String word(WitnessCall.Said.Answered answered) {
    if (answered.isTaken()) {
      return "takes it";
    }
    return answered.isRefusal() ? "refuses it" : "fails on it";
  }

  private void text(StoredDifference difference, WitnessCall.Said.Answered answered) {
    var out = console.out();
    out.println(difference.rule() + "   " + difference.position().text());
    out.println("  " + difference.message());
    out.println();
    WitnessText.lines(difference.witness()).forEach(line -> out.println("    " + line));
    out.println();
    out.println(
        "  "
            + (answered.isTaken() ? "✓" : "✗")
            + " the provider "
            + word(answered)
            + ": "
            + answered.status()
            + (answered.start().isEmpty() ? "" : " " + console.style().faint(answered.start())));
    out.flush();
  }

  private void json(StoredDifference difference, WitnessCall.Said.Answered answered) {
    console
        .out()
        .println(
            JsonText.pretty(
                new Members()
                    .put("id", difference.id())
                    .put("rule", difference.rule())
                    .put("position", difference.position().text())
                    .put("message", difference.message())
                    .put("witness", WitnessJson.message(difference.witness()))
                    .put("status", answered.status())
                    .put("says", word(answered))
                    .put("body", answered.start())
                    .object()));
    console.out().flush();
  }
}
