package dev.concordat.registry.verification;

import java.util.ArrayList;
import java.util.List;

/// What clients print before and after they verify a pact, in the words of the Pact dialect.
final class Notices {
  /// One of them.
  ///
  /// @param when `before_verification`, or after it with what came of it
  record Notice(String when, String text) {}

  private static final String BEFORE = "before_verification";
  private static final String PENDING = " Read more at https://docs.pact.io/go/pending";
  private static final String WIP = " Read more at https://docs.pact.io/go/wip";

  private static final String OLD_WAY =
      "WARNING - this version of the Pact library uses a beta version of the API which will be"
          + " removed in the future. Please upgrade your Pact library. See"
          + " https://docs.pact.io/pact_broker/advanced_topics/provider_verification_results/"
          + "#pacts-for-verification for minimum required versions.";

  private final Question question;
  private final VerifiablePact pact;

  private Notices(Question question, VerifiablePact pact) {
    this.question = question;
    this.pact = pact;
  }

  /// @param url of the content
  static List<Notice> of(Question question, VerifiablePact pact, String url) {
    return new Notices(question, pact).all(url);
  }

  private List<Notice> all(String url) {
    List<Notice> notices = new ArrayList<>();
    if (question.isOldWay()) {
      notices.add(new Notice(BEFORE, OLD_WAY));
    }
    notices.add(new Notice(BEFORE, "The pact at " + url + " is being verified because " + why()));
    if (!question.isPendingAsked()) {
      return notices;
    }
    notices.add(new Notice(BEFORE, pendingReason() + PENDING));
    if (!pact.isPending()) {
      return notices;
    }
    String provider = question.provider();
    String still = "This pact is still in pending state for " + provider("any") + " as ";
    String unsuccessful =
        still + "a successful verification result " + tags() + "has not yet been published";
    after(
        notices,
        "true_published_false",
        still + "the successful verification results " + tags() + "have not yet been published.");
    after(notices, "false_published_false", unsuccessful);
    after(
        notices,
        "true_published_true",
        "This pact is no longer in pending state for "
            + provider("any")
            + ", as a successful verification result "
            + tags()
            + "has been published. If a verification for a version of "
            + provider
            + " "
            + tags()
            + "fails in the future, it will fail the build."
            + PENDING);
    after(notices, "false_published_true", unsuccessful);
    return notices;
  }

  private static void after(List<Notice> notices, String result, String text) {
    notices.add(new Notice("after_verification:success_" + result, text));
  }

  private String why() {
    if (pact.isWip()) {
      return "it is a 'work in progress' pact (ie. it is the pact for the latest "
          + Words.heads(pact)
          + " and it has not yet been successfully verified by "
          + provider("a")
          + " when the pact's application version was explicitly specified in the consumer version"
          + " selectors)."
          + WIP;
    }
    boolean isOne = pact.chosen().size() == 1;
    return "the pact content belongs to the consumer version"
        + (isOne ? "" : "s")
        + " matching the following "
        + (isOne ? "criterion" : "criteria")
        + ":\n"
        + Words.lines(pact, question.provider());
  }

  private String pendingReason() {
    String provider = question.provider();
    if (!pact.isPending()) {
      return "This pact has previously been successfully verified by "
          + settled()
          + ". If this verification fails, it will fail the build.";
    }
    String why =
        pact.isWip()
            ? "it was included as a 'work in progress' pact"
            : "a successful verification result for "
                + provider("a")
                + " has not yet been published";
    return "This pact is in pending state for this version of "
        + provider
        + " because "
        + why
        + ". If this verification fails, it will not cause the overall build to fail.";
  }

  private String provider(String article) {
    String provider = question.provider();
    if (question.branch().isPresent()) {
      return article + " version of " + provider + " from branch '" + question.branch().get() + "'";
    }
    return switch (pact.pendingTags().size()) {
      case 0 -> provider;
      case 1 ->
          article + " version of " + provider + " with tag '" + pact.pendingTags().getFirst() + "'";
      default ->
          article + " versions of " + provider + " with tag " + Words.quoted(pact.pendingTags());
    };
  }

  private String settled() {
    String provider = question.provider();
    if (question.branch().isPresent()) {
      return "a version of " + provider + " from branch '" + question.branch().get() + "'";
    }
    return pact.settledTags().isEmpty()
        ? provider
        : "a version of " + provider + " with tag " + Words.quoted(pact.settledTags());
  }

  private String tags() {
    return switch (pact.pendingTags().size()) {
      case 0 -> "";
      case 1 -> "with this tag ";
      default -> "with these tags ";
    };
  }
}
