package dev.concordat.cli.command;

import dev.concordat.compare.format.Policies.Protobuf;
import dev.concordat.compare.history.CompatibilityLevel;
import dev.concordat.model.comparison.ComparisonReport.Question;
import dev.concordat.model.run.Verdict;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/// `concordat diff OLD NEW`: what a change of a contract breaks, with a message that shows it, and for whom.
final class DiffCommand implements Command {
  private final ComparisonCall call;

  DiffCommand(ComparisonCall call) {
    this.call = call;
  }

  @Override
  public CommandSpec spec() {
    CommandSpec spec =
        Specs.command(
            "diff",
            "Say what a change of a contract breaks, each break with a message that shows it, and"
                + " for whom.",
            "concordat diff old.yaml new.yaml",
            "concordat diff main:openapi.yaml openapi.yaml      what this branch changes",
            "concordat diff v1.2:api/ api/                      every contract of a folder",
            "git show v1:api.yaml | concordat diff - api.yaml   from standard input",
            "concordat diff main:openapi.yaml openapi.yaml --consumers pacts/",
            "concordat diff old.yaml new.yaml --suggest-version",
            "concordat diff main:openapi.yaml openapi.yaml --format github --report out",
            "concordat diff v1:order.avsc v2:order.avsc order.avsc --stored full-transitive");
    spec.addPositional(
        PositionalParamSpec.builder()
            .paramLabel("OLD NEW")
            .hideParamSyntax(true)
            .arity("0..*")
            .index("0..*")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Files, folders, git revisions (main:openapi.yaml), or - for standard input."
                    + " Several old ones are a history.")
            .build());
    spec.addOption(
        OptionSpec.builder("--consumers")
            .paramLabel("FILE|DIR")
            .type(List.class)
            .auxiliaryTypes(String.class)
            .description(
                "Contracts of known consumers, once for each: every change is judged for each of"
                    + " them.")
            .build());
    spec.addOption(Specs.flag("--strict", "A break counts although no known consumer meets it."));
    spec.addOption(
        Specs.flag("--suggest-version", "Say which version the new contract should have."));
    spec.addOption(
        OptionSpec.builder("--stored")
            .paramLabel("MODE")
            .type(CompatibilityLevel.class)
            .converters(text -> level(text))
            .description(
                "For messages that are kept: backward (the default), forward or full; with"
                    + " -transitive for the whole history.")
            .build());
    spec.addOption(
        OptionSpec.builder("--protobuf")
            .paramLabel("wire|wire-json|package|file")
            .type(Protobuf.class)
            .converters(text -> protobuf(text))
            .description(
                "For Protocol Buffers: what is misread as bytes, also as JSON (the default), also"
                    + " what changes generated code, also types that move to another file.")
            .build());
    ComparisonFlags.addTo(spec);
    return spec;
  }

  private static CompatibilityLevel level(String text) {
    return CompatibilityLevel.named(text.strip())
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'"
                        + text
                        + "' is none of backward, forward and full, each alone or with"
                        + " -transitive"));
  }

  private static Protobuf protobuf(String text) {
    return Arrays.stream(Protobuf.values())
        .filter(each -> each.name().equalsIgnoreCase(text.strip().replace('-', '_')))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + text + "' is none of wire, wire-json, package and file"));
  }

  @Override
  public Verdict run(ParseResult given) {
    CompatibilityLevel stored = given.matchedOptionValue("--stored", null);
    int words = given.matchedPositionalValue(0, List.of()).size();
    if (words > 2 && (stored == null || !stored.isTransitive())) {
      return call.refused(
          (words - 1)
              + " old contracts are a history, which --stored backward-transitive,"
              + " forward-transitive or full-transitive compares.");
    }
    return call.run(given, Question.DIFF, "an OLD and a NEW");
  }
}
