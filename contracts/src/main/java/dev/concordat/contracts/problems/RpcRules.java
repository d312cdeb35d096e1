package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of Protocol Buffers and GraphQL.
final class RpcRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "protobuf/syntax",
              "The compiler cannot read the text at the marked place.",
              "See what stands just before the mark; a semicolon or a brace is often missing."),
          new ProblemRule(
              "protobuf/unknown-type",
              "A type is used that neither the file nor its imports declare.",
              "Correct the name, declare the type, or import the file that does."),
          new ProblemRule(
              "protobuf/missing-import",
              "An import leads to no file of the workspace; imports never use the network.",
              "Correct the path, or copy the file into the workspace."),
          new ProblemRule(
              "protobuf/import-leaves-root",
              "An import leads out of the workspace, by its path or through a link.",
              "Import files by their path below a folder of the workspace."),
          new ProblemRule(
              "protobuf/too-many-imports",
              "The imports lead to more files or bytes than are read.",
              "Import fewer files, or give a descriptor set."),
          new ProblemRule(
              "protobuf/duplicate-name",
              "A name is declared twice where it must be unique.",
              "Rename one of the two."),
          new ProblemRule(
              "protobuf/duplicate-number",
              "A number is used twice: by two fields of a message, or by two values of an enumeration without aliases.",
              "Give one of the two a number that was never used."),
          new ProblemRule(
              "protobuf/reserved",
              "A field or value takes a number or name that is reserved.",
              "Take one that is not reserved."),
          new ProblemRule(
              "protobuf/first-enum-value",
              "The first value of an open enumeration is not zero.",
              "Let the first value be 0, such as NAME_UNSPECIFIED = 0."),
          new ProblemRule(
              "protobuf/unknown-edition",
              "The syntax or edition does not exist, or the compiler is older.",
              "Write syntax = \"proto3\" or edition = \"2023\"."),
          new ProblemRule(
              "protobuf/unused-import", "An import is there that nothing needs.", "Remove it."),
          new ProblemRule(
              "protobuf/refused",
              "The compiler refuses the file for a reason that it says.",
              "Mend what the message says."),
          new ProblemRule(
              "protobuf/compiler-failed",
              "The compiler could not be run, did not end in time, or refused without a reason.",
              "Give a descriptor set instead of the .proto file."),
          new ProblemRule(
              "protobuf/bad-descriptor-set",
              "A descriptor set cannot be linked: types or files that it needs are missing or contradict one another.",
              "Make it with protoc --include_imports --include_source_info --descriptor_set_out=FILE.binpb."),
          new ProblemRule(
              "graphql/syntax",
              "The text is not GraphQL at the marked place; the definition around it is not read.",
              "See what stands just before the mark."),
          new ProblemRule(
              "graphql/too-much",
              "The text is longer or deeper than what is read.",
              "Split the file, or nest less deeply."),
          new ProblemRule("graphql/empty", "The file defines nothing.", "Fill it or remove it."),
          new ProblemRule(
              "graphql/unknown-type",
              "A type is named that the schema does not define; what names it is left out.",
              "Correct the name, or define the type."),
          new ProblemRule(
              "graphql/unknown-directive",
              "A directive is used that the schema does not define; it has no effect.",
              "Define it, or correct its name."),
          new ProblemRule(
              "graphql/duplicate-type",
              "A type is defined twice; the first definition counts.",
              "Rename one of the two, or write extend before the second."),
          new ProblemRule(
              "graphql/no-query",
              "The schema has no query type, which every schema must have.",
              "Add a type Query, or name the query type in a schema definition."),
          new ProblemRule(
              "graphql/invalid-schema",
              "A definition breaks a rule of schemas (GraphQL specification, section 3); it is left out.",
              "Mend what the message says."),
          new ProblemRule(
              "graphql/operation-in-schema",
              "An operation stands among the definitions of a schema; it is not used.",
              "Move it to a file of its own."),
          new ProblemRule(
              "graphql/bad-introspection",
              "The result of an introspection is not whole.",
              "Ask the provider again with the whole introspection query."),
          new ProblemRule(
              "graphql/invalid-document",
              "A document does not fit the schema (GraphQL specification, section 5).",
              "Mend what the message says."));

  private RpcRules() {}
}
