package dev.concordat.compare.avro;

import dev.concordat.contracts.avro.AvroSchema;
import dev.concordat.model.comparison.Alias;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeMessageRules;
import dev.concordat.model.finding.AgreeRules;
import dev.concordat.model.finding.Rule;
import java.util.ArrayList;
import java.util.List;

/// What a reader's schema makes of the data of a writer's: what it cannot read, by the rules of Avro's library
/// (org.apache.avro.SchemaCompatibility 1.12) and by what its decoder does beyond them, and what it reads and loses all
/// the same.
public final class AvroCompatibility {
  private final SchemaPair schemas;
  private final LibraryRules.Outcome library;
  private final List<Discovery> discoveries;
  private final Witnesses witnesses;
  private final Roles roles;
  private final List<AvroIssue> issues = new ArrayList<>();

  private AvroCompatibility(AvroSchema writer, AvroSchema reader, Roles roles) {
    this.schemas = new SchemaPair(writer, reader);
    var resolution = new Resolution(schemas);
    this.library = LibraryRules.verdict(schemas);
    this.discoveries = Walkthrough.discoveries(resolution);
    this.witnesses = new Witnesses(resolution, roles);
    this.roles = roles;
  }

  /// All issues, those that cannot be read first. None means that every datum is read as it was meant.
  public static List<AvroIssue> issues(AvroSchema writer, AvroSchema reader, Roles roles) {
    var compatibility = new AvroCompatibility(writer, reader, roles);
    compatibility.find();
    return compatibility.bounded();
  }

  private void find() {
    var told = new PathSet();
    for (Incompatibility each : library.incompatibilities()) {
      if (issues.size() > ReadingLimits.MAX_ISSUES) {
        return;
      }
      told.add(each.path());
      incompatible(each);
    }
    for (Discovery discovery : discoveries) {
      if (issues.size() > ReadingLimits.MAX_ISSUES) {
        return;
      }
      switch (discovery) {
        case Discovery.Unreadable unreadable -> {
          if (!told.covers(unreadable.path())) {
            unreadable(unreadable);
          }
        }
        case Discovery.Lossy lossy -> lossy(lossy);
        case Discovery.Renewed renewed -> renewed(renewed);
        case Discovery.Undecided undecided -> undecided(undecided);
      }
    }
  }

  private void incompatible(Incompatibility fault) {
    String pointer = fault.path().pointer() + (fault.field().isEmpty() ? "" : "/" + fault.field());
    String what = fault.what().with(roles);
    String message =
        switch (witnesses.unreadable(fault.path(), fault.leaf())) {
          case Witnesses.Shown.Refused(Evidence evidence) -> {
            add(fault, evidence, pointer, what);
            yield "";
          }
          case Witnesses.Shown.Read ignored ->
              what
                  + "; Avro's library for Java reads it all the same, and the specification forbids"
                  + " it";
          case Witnesses.Shown.Nothing(String why) -> what + "; " + why;
        };
    if (!message.isEmpty()) {
      add(fault, new Evidence.Stated(), pointer, message);
    }
  }

  private void add(Incompatibility fault, Evidence evidence, String pointer, String message) {
    issues.add(
        new AvroIssue(
            AgreeMessageRules.MESSAGE_UNREADABLE,
            Impact.BREAKS,
            evidence,
            pointer,
            message,
            fault.writer(),
            fault.reader(),
            true,
            List.of(new Alias("avro", fault.kind().name(), ""))));
  }

  private void unreadable(Discovery.Unreadable found) {
    Evidence evidence =
        witnesses.unreadable(found.path(), found.leaf())
                instanceof Witnesses.Shown.Refused(Evidence shown)
            ? shown
            : new Evidence.Stated();
    add(
        AgreeMessageRules.MESSAGE_UNREADABLE,
        Impact.BREAKS,
        evidence,
        found,
        found.why().with(roles)
            + "; Avro's check of compatibility passes it, and its library for Java cannot read it");
  }

  private void lossy(Discovery.Lossy found) {
    Rule rule =
        switch (found.loss().kind()) {
          case DROPPED, REPLACED -> AgreeMessageRules.VALUE_LOST;
          case MISREAD -> AgreeRules.MEANING_CHANGED;
          case NOT_ALLOWED -> AgreeMessageRules.MESSAGE_UNREADABLE;
        };
    Impact impact =
        switch (found.loss().kind()) {
          case DROPPED, MISREAD -> Impact.MEANING;
          case REPLACED, NOT_ALLOWED -> Impact.RISKY;
        };
    add(rule, impact, witnesses.lossy(found), found, found.loss().what().with(roles));
  }

  private void renewed(Discovery.Renewed found) {
    add(
        found.isOfMeaning() ? AgreeRules.MEANING_CHANGED : AgreeRules.CLIENT_CODE_CHANGED,
        found.isOfMeaning() ? Impact.MEANING : Impact.CLIENT_CODE,
        new Evidence.Stated(),
        found,
        found.what().with(roles));
  }

  private void undecided(Discovery.Undecided found) {
    add(
        AgreeMessageRules.MESSAGE_UNREADABLE,
        Impact.UNKNOWN,
        new Evidence.Undecided(found.why(), List.of("schema resolution")),
        found,
        "whether it can be read is not known: " + found.why());
  }

  private void add(Rule rule, Impact impact, Evidence evidence, Discovery at, String message) {
    issues.add(
        new AvroIssue(
            rule,
            impact,
            evidence,
            at.path().pointer(),
            message,
            at.writer(),
            at.reader(),
            !(at instanceof Discovery.Renewed),
            List.of()));
  }

  private List<AvroIssue> bounded() {
    if (library.isWhole() && issues.size() <= ReadingLimits.MAX_ISSUES) {
      return List.copyOf(issues);
    }
    List<AvroIssue> shown =
        new ArrayList<>(issues.subList(0, Math.min(issues.size(), ReadingLimits.MAX_ISSUES)));
    String why =
        library.isWhole()
            ? "there are more than " + ReadingLimits.MAX_ISSUES + " differences"
            : "the schemas have more than " + ReadingLimits.MAX_PAIRS + " pairs of types";
    shown.add(
        new AvroIssue(
            AgreeMessageRules.MESSAGE_UNREADABLE,
            Impact.UNKNOWN,
            new Evidence.Undecided(why, List.of("schema resolution")),
            "",
            "not everything was compared: " + why,
            schemas.writer().root().at(),
            schemas.reader().root().at(),
            true,
            List.of()));
    return List.copyOf(shown);
  }
}
