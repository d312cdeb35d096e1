package dev.concordat.cli.recording;

import dev.concordat.fidelity.change.Alteration;
import dev.concordat.fidelity.change.Change;
import dev.concordat.fidelity.change.Part;
import dev.concordat.fidelity.recording.Hop;
import dev.concordat.fidelity.recording.RecordingComparison;
import dev.concordat.model.exchange.HttpExchange;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.fidelity.FidelityFinding;
import dev.concordat.model.fidelity.FidelityFinding.Direction;
import dev.concordat.model.fidelity.FidelityReport;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Turns what happened to every message into one finding for each kind of damage at each place.
final class Findings {
  /// Segments of a path that name one thing: numbers, UUIDs, and long words with digits.
  private static final Pattern ID =
      Pattern.compile("[0-9]+|(?=[^/]*[0-9])[0-9A-Za-z_-]{8,}|[^/]*%[0-9A-Fa-f]{2}[^/]*");

  private static final Pattern INDEX = Pattern.compile("/[0-9]+(?=/|$)");

  private final IdentityHashMap<HttpExchange, Integer> nearEntries = new IdentityHashMap<>();
  private final IdentityHashMap<HttpExchange, Integer> farEntries = new IdentityHashMap<>();
  private final Map<List<Object>, FidelityFinding> found = new LinkedHashMap<>();
  private final Map<Alteration, Integer> harmless = new EnumMap<>(Alteration.class);
  private final ShownValues values = new ShownValues();

  private Findings(List<HttpExchange> near, List<HttpExchange> far) {
    number(near, nearEntries);
    number(far, farEntries);
  }

  /// The report on two recordings.
  ///
  /// @param nearFile the name of the first as it is shown
  /// @param farFile the name of the second as it is shown
  static FidelityReport report(
      String nearFile, List<HttpExchange> near, String farFile, List<HttpExchange> far) {
    var findings = new Findings(near, far);
    RecordingComparison comparison = RecordingComparison.of(near, far);
    comparison.hops().forEach(findings::hop);
    comparison.lost().forEach(findings::lost);
    comparison.repeated().forEach(one -> findings.arrived(one, Alteration.MESSAGE_REPEATED));
    comparison.unsent().forEach(one -> findings.arrived(one, Alteration.INVENTED));
    return new FidelityReport(
        nearFile,
        farFile,
        comparison.hops().size(),
        List.copyOf(findings.found.values()),
        findings.rewritings());
  }

  private static void number(
      List<HttpExchange> exchanges, IdentityHashMap<HttpExchange, Integer> entries) {
    for (int i = 0; i < exchanges.size(); i++) {
      entries.put(exchanges.get(i), i + 1);
    }
  }

  private void hop(Hop hop) {
    String operation = operation(hop.near().request());
    int near = nearEntries.getOrDefault(hop.near(), 0);
    int far = farEntries.getOrDefault(hop.far(), 0);
    for (Change change : hop.request()) {
      change(operation, Direction.REQUEST, change, near, far);
    }
    for (Change change : hop.response()) {
      change(operation, Direction.RESPONSE, change, far, near);
    }
  }

  private void lost(HttpExchange sent) {
    change(
        operation(sent.request()),
        Direction.REQUEST,
        new Change(Part.MESSAGE, "", Alteration.MESSAGE_LOST, line(sent), ""),
        nearEntries.getOrDefault(sent, 0),
        0);
  }

  private void arrived(HttpExchange received, Alteration what) {
    change(
        operation(received.request()),
        Direction.REQUEST,
        new Change(Part.MESSAGE, "", what, "", line(received)),
        0,
        farEntries.getOrDefault(received, 0));
  }

  private void change(
      String operation, Direction direction, Change change, int sentEntry, int receivedEntry) {
    if (change.isHarmless()) {
      harmless.merge(change.alteration(), 1, Integer::sum);
      return;
    }
    String at = INDEX.matcher(change.at()).replaceAll("/*");
    List<Object> key = List.of(change.alteration(), operation, direction, change.part(), at);
    Change shown = values.redacted(change);
    var first =
        new FidelityFinding(
            change.alteration().rule().orElseThrow(),
            operation,
            direction,
            change.part().word(),
            at,
            shown.sent(),
            shown.received(),
            sentEntry,
            receivedEntry,
            1);
    found.merge(key, first, (before, again) -> again(before));
  }

  private static FidelityFinding again(FidelityFinding before) {
    return new FidelityFinding(
        before.rule(),
        before.operation(),
        before.message(),
        before.part(),
        before.at(),
        before.sent(),
        before.received(),
        before.sentEntry(),
        before.receivedEntry(),
        before.messages() + 1);
  }

  private List<FidelityReport.Rewriting> rewritings() {
    var all = new ArrayList<FidelityReport.Rewriting>();
    harmless.forEach((what, count) -> all.add(new FidelityReport.Rewriting(what.words(), count)));
    all.sort(Comparator.comparingInt(FidelityReport.Rewriting::count).reversed());
    return all;
  }

  private static String operation(HttpRequestMessage request) {
    var path = new ArrayList<String>();
    for (String segment : request.path().split("/", -1)) {
      path.add(ID.matcher(segment).matches() ? "{}" : segment);
    }
    return request.method() + " " + String.join("/", path);
  }

  private String line(HttpExchange exchange) {
    return exchange.request().method() + " " + exchange.request().path();
  }
}
