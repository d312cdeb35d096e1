package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of Avro schemas, protocols and files.
final class AvroRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/avro-unknown-type",
              "A schema names a type that the document does not define.",
              "Correct the name, or define the type in the same document."),
          new ProblemRule(
              "contract/avro-bad-name",
              "A name is not one that Avro allows.",
              "Use letters, digits and _, no digit first, points only between the parts of a full name."),
          new ProblemRule(
              "contract/avro-duplicate-name",
              "A type or a field has a name that was used before.",
              "Rename one of them, or name the first type instead of defining it again."),
          new ProblemRule(
              "contract/avro-missing-member",
              "A schema, field or message lacks a member without which it says nothing.",
              "Write the member."),
          new ProblemRule(
              "contract/avro-bad-member",
              "A member has a value that Avro does not allow there.",
              "Correct the value."),
          new ProblemRule(
              "contract/avro-bad-default",
              "A default is no value of its field or enumeration.",
              "Correct the default or the type."),
          new ProblemRule(
              "contract/avro-default-of-later-branch",
              "A default is a value of a union, but not of its first type; Avro before 1.12 refuses that.",
              "Put the type of the default first."),
          new ProblemRule(
              "contract/avro-unknown-logical-type",
              "A logical type is not known; the values are judged as plain ones.",
              "Correct its name."),
          new ProblemRule(
              "contract/avro-bad-logical-type",
              "A logical type stands where it says nothing, or lacks what it needs.",
              "Put it inside a type that may carry it, with the members that it needs."),
          new ProblemRule(
              "contract/avro-bad-union",
              "A union is empty, holds a union, or has two branches of one type.",
              "Name each type once, in one union."),
          new ProblemRule(
              "contract/avro-bad-order",
              "The order of a field does not exist.",
              "Write ascending, descending or ignore."),
          new ProblemRule(
              "contract/avro-forward-reference",
              "A type is named before it is defined; Avro before 1.12 refuses that.",
              "Define the type where it is used first."),
          new ProblemRule(
              "contract/avro-bad-symbol",
              "A symbol of an enumeration is no name, or comes twice.",
              "Use different names of letters, digits and _."),
          new ProblemRule(
              "contract/avro-endless-record",
              "Every value of a record holds another one of it, so that none can be written.",
              "Let a union with null, a list or a map end it."),
          new ProblemRule(
              "contract/avro-unknown-member",
              "A member is nearly one that Avro knows, and says nothing.",
              "Correct its name."),
          new ProblemRule(
              "contract/avro-broken-file",
              "A container file breaks off or is not what its header says.",
              "Write the file anew."),
          new ProblemRule(
              "contract/avro-unknown-codec",
              "The blocks of a container file are packed in a way that is not read.",
              "Pack them with deflate, or not at all."));

  private AvroRules() {}
}
