package dev.concordat.report.json;

import dev.concordat.model.json.JsonNumber;
import dev.concordat.model.json.JsonObject;
import dev.concordat.model.json.JsonValue;
import dev.concordat.model.timing.BudgetResult;
import dev.concordat.model.timing.ComparedBudget;
import dev.concordat.model.timing.Latency;
import java.time.Duration;

/// Latencies and budgets as JSON. Times of answers are in microseconds.
public final class TimingJson {
  private static final int NANOS_PER_MICRO = 1000;

  private TimingJson() {}

  public static JsonObject of(Latency latency) {
    return new Members()
        .put("consumer", latency.link().consumer())
        .put("provider", latency.link().provider())
        .put("operation", latency.operation())
        .put("count", latency.count())
        .put("waiting", latency.waiting())
        .put("medianMicros", micros(latency.median()))
        .put("p95Micros", micros(latency.p95()))
        .put("p99Micros", micros(latency.p99()))
        .put("maxMicros", micros(latency.max()))
        .object();
  }

  public static JsonObject of(BudgetResult result) {
    return new Members()
        .put("subject", result.subject())
        .put("outcome", JsonReport.word(result.outcome()))
        .put("quantile", new JsonNumber(result.quantile().toPlainString()))
        .millis("limit", result.limit())
        .put("confidence", new JsonNumber(result.confidence().toPlainString()))
        .put("runs", result.runs())
        .put("over", result.over())
        .put("missing", result.missing())
        .maybe("sentence", result.sentence(), it -> (JsonValue) JsonReport.sentence(it))
        .object();
  }

  public static JsonObject of(ComparedBudget result) {
    return new Members()
        .put("subject", result.subject())
        .put("outcome", JsonReport.word(result.outcome()))
        .put("quantile", new JsonNumber(result.quantile().toPlainString()))
        .put("factor", new JsonNumber(result.factor().toPlainString()))
        .put("version", result.version())
        .put("confidence", new JsonNumber(result.confidence().toPlainString()))
        .put("runs", result.runs())
        .put("hereMicros", micros(result.here()))
        .put("thereMicros", micros(result.there()))
        .maybe("least", result.least(), it -> (JsonValue) new JsonNumber(it.toPlainString()))
        .maybe("most", result.most(), it -> (JsonValue) new JsonNumber(it.toPlainString()))
        .put("missing", result.missing())
        .maybe("sentence", result.sentence(), it -> (JsonValue) JsonReport.sentence(it))
        .object();
  }

  private static long micros(Duration duration) {
    return duration.toNanos() / NANOS_PER_MICRO;
  }
}
