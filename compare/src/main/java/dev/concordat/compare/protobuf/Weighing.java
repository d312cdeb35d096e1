package dev.concordat.compare.protobuf;

import dev.concordat.compare.format.Policies;
import dev.concordat.compare.protobuf.buf.BufFinding;
import dev.concordat.compare.protobuf.buf.BufRule;
import dev.concordat.compare.protobuf.buf.Changed;
import dev.concordat.compare.protobuf.wire.Peer;
import dev.concordat.contracts.protobuf.ProtobufFile;
import dev.concordat.contracts.protobuf.ServiceSpec;
import dev.concordat.model.comparison.Difference;
import dev.concordat.model.comparison.Evidence;
import dev.concordat.model.comparison.Impact;
import dev.concordat.model.finding.AgreeProtobufRules;
import dev.concordat.model.finding.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Turns what buf's rules report into differences, each with its impact and how that is known.
final class Weighing {
  private final Peer before;
  private final Peer after;
  private final Changes changes;
  private final MessageWeighing messages;
  private final CallWeighing calls;
  private final AnyWeighing any;

  Weighing(Peer before, Peer after, Policies.Protobuf level) {
    this.before = before;
    this.after = after;
    this.changes = new Changes(before, after);
    this.messages = new MessageWeighing(before, after, changes, level);
    this.calls = new CallWeighing(before, after);
    this.any = new AnyWeighing(before, after);
  }

  List<Difference> weigh(List<BufFinding> findings) {
    var differences = new ArrayList<Difference>();
    Set<String> services = new LinkedHashSet<>();
    for (Change change : changes.of(findings)) {
      differences.add(change.difference(Positions.of(change.changed()), verdict(change)));
      if (change.changed() instanceof Changed.OfType(String kind, String name, String aspect)
          && kind.equals("service")) {
        services.add(name);
      }
    }
    lostServices(findings, services, differences);
    return differences;
  }

  private Verdict verdict(Change change) {
    return switch (change.changed()) {
      case Changed.OfField field -> messages.weigh(change, field);
      case Changed.OfEnumValue value -> messages.weigh(change, value);
      case Changed.OfMethod method -> calls.weigh(method);
      case Changed.OfType type -> type(change, type);
      case Changed.OfFile file ->
          change.has(BufRule.FILE_SAME_PACKAGE)
              ? any.weigh(file.name(), messages.code(change))
              : messages.code(change);
      case Changed.OfPackage none -> messages.code(change);
    };
  }

  private Verdict type(Change change, Changed.OfType type) {
    if (change.has(BufRule.RESERVED_ENUM_NO_DELETE)
        || change.has(BufRule.RESERVED_MESSAGE_NO_DELETE)) {
      return new Verdict(
          AgreeProtobufRules.RESERVATION_LIFTED, Impact.POLICY, new Evidence.Stated());
    }
    if (type.kind().equals("service")) {
      return lost(type.fullName()).orElseGet(() -> messages.code(change));
    }
    boolean isOfJson =
        change.has(BufRule.ENUM_SAME_JSON_FORMAT) || change.has(BufRule.MESSAGE_SAME_JSON_FORMAT);
    return isOfJson ? messages.ofJsonFormat(change, type) : messages.code(change);
  }

  /// The verdict on a service that is nowhere any more; empty where it is, or offered nothing.
  private Optional<Verdict> lost(String service) {
    boolean isThere =
        after.contract().files().stream()
            .flatMap(file -> file.services().stream())
            .anyMatch(one -> one.fullName().equals(service));
    return isThere
        ? Optional.empty()
        : before.contract().files().stream()
            .flatMap(file -> file.services().stream())
            .filter(one -> one.fullName().equals(service))
            .flatMap(one -> one.methods().stream())
            .findFirst()
            .map(calls::removed);
  }

  /// Services that went with their package, of which no rule speaks.
  private void lostServices(
      List<BufFinding> findings, Set<String> told, List<Difference> differences) {
    for (ProtobufFile file : before.contract().files()) {
      List<BufFinding> reasons = reasons(findings, file);
      for (ServiceSpec service : file.services()) {
        Optional<Verdict> verdict =
            told.contains(service.fullName()) || reasons.isEmpty()
                ? Optional.empty()
                : lost(service.fullName());
        verdict.ifPresent(is -> differences.add(lost(service, is, reasons)));
      }
    }
  }

  private static List<BufFinding> reasons(List<BufFinding> findings, ProtobufFile file) {
    return findings.stream()
        .filter(
            one ->
                one.rule() == BufRule.FILE_SAME_PACKAGE
                    || one.rule() == BufRule.PACKAGE_NO_DELETE
                    || one.rule() == BufRule.FILE_NO_DELETE)
        .filter(
            one ->
                one.against()
                    .filter(
                        against ->
                            against.name().equals(file.name())
                                || (one.rule() == BufRule.PACKAGE_NO_DELETE
                                    && against.packageName().equals(file.packageName())))
                    .isPresent())
        .toList();
  }

  private static Difference lost(ServiceSpec service, Verdict verdict, List<BufFinding> reasons) {
    var changed = new Changed.OfType("service", service.fullName(), "");
    return new Difference(
        verdict.rule(),
        verdict.impact(),
        verdict.evidence(),
        Positions.of(changed),
        "",
        "the service `" + service.fullName() + "` is gone",
        service.located().exactly().map(span -> new Sentence(span.place(), span.text())),
        Optional.empty(),
        Change.aliases(reasons),
        List.of());
  }
}
