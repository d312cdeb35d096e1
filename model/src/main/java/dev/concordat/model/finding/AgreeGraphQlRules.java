package dev.concordat.model.finding;

import java.util.List;

/// The rules of the proof *agree* for GraphQL: documents against schemas, and old schemas against new ones.
public final class AgreeGraphQlRules {
  public static final Rule SELECTION_REFUSED =
      rule(
          "selection-refused",
          "A field, type or fragment that operations may ask for is refused",
          "The operation that is shown was valid, and the server turns it away before it does"
              + " anything.",
          "Keep the field or type until nobody asks for it: mark it `@deprecated` and watch who"
              + " still does.");

  public static final Rule INPUT_REFUSED =
      rule(
          "input-refused",
          "An argument, input field or variable that may be sent is refused",
          "The operation that is shown was valid, and the server turns it away: what it sends is no"
              + " longer allowed, or something that it need not send is now required.",
          "Make new arguments and input fields optional or give them a default; keep their types"
              + " and enum values.");

  public static final Rule DIRECTIVE_REFUSED =
      rule(
          "directive-refused",
          "A directive that operations may use is refused",
          "The operation that is shown was valid, and the server turns it away.",
          "Keep the directive, its places and its arguments until no operation uses it.");

  public static final Rule DEPRECATED_REMOVED =
      rule(
          "deprecated-removed",
          "Something that was deprecated is gone",
          "Its end was announced; the operation that is shown is turned away all the same.",
          "Make sure that nobody asks for it any more, then accept this.");

  public static final Rule ANSWER_UNEXPECTED =
      rule(
          "answer-unexpected",
          "An answer may come that the reader cannot take",
          "The answer that is shown keeps the sender's schema and breaks the reader's: null where"
              + " it was never null, or another kind of value.",
          "Keep the type of the field, and offer the new one as a field with another name.");

  public static final Rule ANSWER_WIDER =
      rule(
          "answer-wider",
          "An answer may hold a value or type that the reader's list does not have",
          "Readers that take enum values and possible types for complete meet one that they do not"
              + " know.",
          "Let readers have a case for whatever they do not know before the first new value is"
              + " sent.");

  public static final Rule DIRECTIVE_CHANGED =
      rule(
          "directive-changed",
          "A directive on the schema is another",
          "No message shows it. Gateways, authorisation and generators act on such directives.",
          "Look up what acts on the directive, and whether it still does the right thing.");

  public static final Rule DOCUMENT_INVALID =
      rule(
          "document-invalid",
          "An operation is refused whatever the schema says",
          "It breaks a rule that every server checks, such as variables that are not used.",
          "Correct the document as the message says.");

  public static final Rule DEPRECATED_USED =
      rule(
          "deprecated-used",
          "An operation uses what is deprecated",
          "It works, and the provider has said that it will go.",
          "Ask for what the reason of the deprecation names instead.");

  static final List<Rule> ALL =
      List.of(
          SELECTION_REFUSED,
          INPUT_REFUSED,
          DIRECTIVE_REFUSED,
          DEPRECATED_REMOVED,
          ANSWER_UNEXPECTED,
          ANSWER_WIDER,
          DIRECTIVE_CHANGED,
          DOCUMENT_INVALID,
          DEPRECATED_USED);

  private AgreeGraphQlRules() {}

  private static Rule rule(String name, String title, String meaning, String fix) {
    return new Rule("agree/graphql-" + name, Proof.AGREE, title, meaning, fix);
  }
}
