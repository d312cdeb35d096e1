package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of the stubs that teams test against.
final class StubRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "stub/bad-value",
              "A member has a value of the wrong type, or one that it cannot have; it is left out.",
              "Write a value of the type that the message names."),
          new ProblemRule(
              "stub/unknown-member",
              "A member stands where the format has none of that name; the tool ignores it too.",
              "Correct the name, or remove the member."),
          new ProblemRule(
              "stub/unknown-version",
              "The file states a version of its format that is not known; what both have is read.",
              "Export it again from a current version of the tool."),
          new ProblemRule(
              "stub/bad-mapping",
              "A stub lacks its request or its response; it is left out.",
              "Give it both."),
          new ProblemRule(
              "stub/bad-entry",
              "An entry of an archive has no request with a method and an address; it is left out.",
              "Record it again, or remove the entry."),
          new ProblemRule(
              "stub/bad-response",
              "A response says nothing that the tool could answer.",
              "Say what is answered."),
          new ProblemRule(
              "stub/bad-pattern",
              "A pattern for a part of the request is not in the form that patterns have; it is left out.",
              "Write an object with an operator and its value."),
          new ProblemRule(
              "stub/unknown-operator",
              "A pattern has no operator that is known; it is left out, so the stub answers more requests than meant.",
              "Correct the operator's name."),
          new ProblemRule(
              "stub/bad-regex",
              "A text that stands for a regular expression is none.",
              "Correct the expression."),
          new ProblemRule(
              "stub/regex-too-costly",
              "A regular expression is too long to be run.",
              "Write a shorter one."),
          new ProblemRule(
              "stub/bad-json", "A text that stands for JSON is none.", "Mend the JSON."),
          new ProblemRule(
              "stub/bad-body",
              "A body that is said to be Base64 is none.",
              "Encode the body's bytes, or give it as text."),
          new ProblemRule(
              "stub/body-too-big",
              "A body is larger than what is read.",
              "Put the body in a file of its own."),
          new ProblemRule(
              "stub/unknown-encoding",
              "The body of an archive's message is in an encoding that is not known.",
              "Use \"base64\", or none for text."),
          new ProblemRule(
              "stub/several-urls",
              "A WireMock request says its address twice; WireMock uses one of them only.",
              "Keep one of url, urlPath, urlPattern, urlPathPattern and urlPathTemplate."),
          new ProblemRule(
              "stub/not-http",
              "An imposter speaks another protocol than HTTP; its stubs are not read.",
              "Nothing, if the imposter is meant for another tool."),
          new ProblemRule(
              "stub/not-in-wiremock",
              "WireMock mappings cannot say this sentence of another tool's stub; it is left out.",
              "Check whether the stub still answers what it should."),
          new ProblemRule(
              "stub/cannot-be-served",
              "A stub asks for something that the stand-in cannot do; nothing is served rather than something else.",
              "Do what the message says, or remove the stub."),
          new ProblemRule(
              "stub/forbidden-by-contract",
              "A stub's request or answer is none that the contract beside it allows.",
              "Correct the stub, or the contract if it is wrong."));

  private StubRules() {}
}
