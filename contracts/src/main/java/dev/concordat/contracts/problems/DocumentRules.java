package dev.concordat.contracts.problems;

import java.util.List;

/// Problems of the text itself: files, JSON and YAML.
final class DocumentRules {
  static final List<ProblemRule> ALL =
      List.of(
          new ProblemRule(
              "contract/missing-file",
              "The file does not exist.",
              "Check the path; it is seen from the workspace."),
          new ProblemRule(
              "contract/unreadable",
              "The file is there but cannot be read: it may be a folder, or you may not read it.",
              "Name a file that you may read."),
          new ProblemRule(
              "contract/unknown-kind",
              "The file is none of the contract or stub formats that can be read.",
              "Name the right file; an OpenAPI document says 'openapi:', an AsyncAPI document 'asyncapi:', a pact names consumer and provider."),
          new ProblemRule(
              "contract/unknown-version",
              "The document states a version of its format that is not known; it is read as the nearest one.",
              "Write a version that exists, or convert the document."),
          new ProblemRule(
              "contract/empty-document",
              "The file is empty, or holds only white space.",
              "Fill it or remove it."),
          new ProblemRule(
              "contract/not-utf-8",
              "A byte of the file does not belong to UTF-8, so the text cannot be trusted.",
              "Save the file as UTF-8; it may be Latin-1 or Windows-1252."),
          new ProblemRule(
              "contract/json-syntax",
              "The text is not JSON from the marked place on; nothing after it is read.",
              "Mend the place that the caret marks; a missing comma or quote often stands just before it."),
          new ProblemRule(
              "contract/yaml-syntax",
              "The text is not YAML from the marked place on; nothing after it is read.",
              "Check brackets, quotes and indentation from the marked line upwards."),
          new ProblemRule(
              "contract/yaml-character",
              "A character stands in the file that YAML does not allow.",
              "Remove it, or write it as an escape in a double-quoted string."),
          new ProblemRule(
              "contract/tab-indentation",
              "A tab stands where YAML wants spaces.",
              "Indent with spaces."),
          new ProblemRule(
              "contract/duplicate-key",
              "The same key stands twice in one object; readers keep the first or the last, so two tools see two contracts.",
              "Remove one of the two."),
          new ProblemRule(
              "contract/merge-key",
              "The merge key `<<` stands before something that is no mapping.",
              "Write `<<: *anchor` with the anchor of a mapping, or quote the key."),
          new ProblemRule(
              "contract/unknown-tag",
              "A YAML tag has no meaning here; the value is read as if it had none.",
              "Remove the tag."),
          new ProblemRule(
              "contract/not-a-json-number",
              "A YAML number such as .inf or .nan does not exist in JSON.",
              "Quote it if a string is meant, or write a finite number."),
          new ProblemRule(
              "contract/unknown-anchor",
              "A YAML alias names an anchor that does not stand before it.",
              "Write the anchor above the alias, or correct the name."),
          new ProblemRule(
              "contract/recursive-alias",
              "A YAML alias stands inside the value that its anchor names.",
              "Use $ref for a structure that repeats inside itself."),
          new ProblemRule(
              "contract/alias-expansion",
              "YAML aliases of aliases would repeat so many values that the document would exhaust the memory.",
              "Use $ref instead of aliases of aliases."),
          new ProblemRule(
              "contract/too-big",
              "The file is larger than what is read.",
              "Split it into several files with $ref."),
          new ProblemRule(
              "contract/too-deep",
              "Arrays and objects stand inside one another more deeply than what is read.",
              "Nest less deeply, or move inner parts to files of their own with $ref."),
          new ProblemRule(
              "contract/too-many-values",
              "The document holds more values than what is read.",
              "Split the document, or repeat less with YAML aliases."),
          new ProblemRule(
              "contract/number-too-long",
              "A number has more characters than what is read.",
              "Quote it if a string is meant."),
          new ProblemRule(
              "contract/key-too-long",
              "A YAML key that is a list or a mapping has more characters as text than what is read; such keys can hold one another and double their size each time.",
              "Use a text as the key."));

  private DocumentRules() {}
}
