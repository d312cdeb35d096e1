package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of the sentences of OpenAPI, AsyncAPI and JSON Schema.
final class SentenceRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/not-an-object",
              "Something else stands where the format wants an object; it is left out.",
              "Write it as an object."),
          new ProblemRule(
              "contract/no-paths",
              "The OpenAPI document has no paths, webhooks or components, so it offers nothing.",
              "Add 'paths' with the operations."),
          new ProblemRule(
              "contract/bad-path", "A path does not begin with a slash.", "Begin it with a slash."),
          new ProblemRule(
              "contract/bad-parameter",
              "A parameter has no name, or a place ('in') that does not exist; it is left out.",
              "Give it a 'name' and 'in: path', 'query', 'querystring', 'header' or 'cookie'."),
          new ProblemRule(
              "contract/undeclared-path-parameter",
              "A path has a parameter in braces that nobody declares; it holds any text.",
              "Declare it under 'parameters' with 'in: path'."),
          new ProblemRule(
              "contract/bad-status",
              "A response stands under a key that is no status; it is left out.",
              "Write a status such as '200', a range such as '4XX', or 'default'."),
          new ProblemRule(
              "contract/bad-media-type",
              "A body stands under a key that is no media type; it is left out.",
              "Write type and subtype, such as 'application/json'."),
          new ProblemRule(
              "contract/no-responses",
              "An operation documents no response, so none of its answers can be judged.",
              "Add 'responses' with the statuses it answers."),
          new ProblemRule(
              "contract/duplicate-operation-id",
              "Two operations have the same operationId; clients and flows reach only one of them.",
              "Give every operation an id of its own."),
          new ProblemRule(
              "contract/unknown-security-scheme",
              "An operation asks for a security scheme that is not defined; no credential is sent for it.",
              "Define it under components.securitySchemes, or correct the name."),
          new ProblemRule(
              "contract/unknown-channel",
              "An AsyncAPI operation does not refer to a channel of its document; it is left out.",
              "Let 'channel' refer to '#/channels/…'."),
          new ProblemRule(
              "contract/unknown-action",
              "An AsyncAPI operation neither sends nor receives; it is left out.",
              "Write 'send' or 'receive'."),
          new ProblemRule(
              "contract/unknown-schema-format",
              "A schema is in a format that is not read; what it describes is not judged.",
              "Give the schema in a format that is read, such as JSON Schema."),
          new ProblemRule(
              "contract/keyword-value",
              "A keyword of a schema has a value that it cannot have; it then says nothing.",
              "Correct the value."),
          new ProblemRule(
              "contract/bad-pattern",
              "A pattern of a schema is no regular expression; it then allows everything.",
              "Correct the pattern."),
          new ProblemRule(
              "contract/schema-too-costly",
              "Judging a value by this schema takes too many steps, mostly because alternatives refer to one another; the value was not judged.",
              "Let fewer alternatives refer to one another."),
          new ProblemRule(
              "contract/example-breaks-schema",
              "An example does not keep the schema beside it: one of the two misleads its readers.",
              "Mend the example or the schema."),
          new ProblemRule(
              "contract/bad-link",
              "A link names its operation in two ways, or in none.",
              "Keep one of operationId and operationRef."),
          new ProblemRule(
              "contract/dangling-link",
              "A link leads to an operation that does not exist.",
              "Correct the id, or add the operation."),
          new ProblemRule(
              "contract/unknown-link-parameter",
              "A link gives a value to a parameter that its operation does not have.",
              "Correct the name, or declare the parameter."),
          new ProblemRule(
              "contract/bad-runtime-expression",
              "A text begins like a runtime expression and is none; nothing can be filled in for it.",
              "Write one such as $request.query.limit or $response.body#/id."),
          new ProblemRule(
              "contract/bad-security-scheme",
              "A security scheme is of a type that does not exist, or does not say where its key travels; no credential is sent for it.",
              "Give it a type that OpenAPI knows, with what that type needs."),
          new ProblemRule(
              "contract/path-item-beside-ref",
              "A path has operations beside a $ref; OpenAPI does not say what that means, and tools differ.",
              "Move the operations to where the $ref leads."),
          new ProblemRule(
              "contract/additional-standard-method",
              "A method that has a member of its own stands under additionalOperations.",
              "Move it to its own member."),
          new ProblemRule(
              "contract/unknown-dialect",
              "A schema names a draft of JSON Schema that is not read; it is taken for another one.",
              "Name a draft that is read, from draft 4 to 2020-12."));

  private SentenceRules() {}
}
