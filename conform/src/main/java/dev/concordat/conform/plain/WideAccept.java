package dev.concordat.conform.plain;

import dev.concordat.conform.experiment.Experiment;
import dev.concordat.conform.experiment.Source;
import dev.concordat.conform.talk.Exchange;
import dev.concordat.conform.talk.Expected;
import dev.concordat.conform.talk.Memory;
import dev.concordat.conform.talk.Reason;
import dev.concordat.conform.talk.Trial;
import dev.concordat.contracts.http.HttpOperation;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A read that succeeded once more, by a client that says that it takes every media type, as browsers and curl do.
public final class WideAccept implements Source {
  private final Function<Trial, Experiment> experiments;

  /// @param experiments makes an experiment of one request
  public WideAccept(Function<Trial, Experiment> experiments) {
    this.experiments = experiments;
  }

  @Override
  public Phase phase() {
    return Phase.COVERAGE;
  }

  @Override
  public Iterator<Experiment> about(HttpOperation operation, Memory memory) {
    if (!operation.method().equals("GET")) {
      return List.<Experiment>of().iterator();
    }
    return new Iterator<>() {
      private boolean isDone;

      @Override
      public boolean hasNext() {
        return !isDone && memory.lastSuccess(operation).isPresent();
      }

      @Override
      public Experiment next() {
        Optional<Exchange> worked = memory.lastSuccess(operation);
        isDone = true;
        return experiments.apply(wide(worked.orElseThrow().trial()));
      }
    };
  }

  private static Trial wide(Trial worked) {
    HttpRequestMessage request = worked.request();
    List<Header> headers = new ArrayList<>(request.headers());
    headers.removeIf(header -> header.name().equalsIgnoreCase("Accept"));
    headers.add(new Header("Accept", "*/*"));
    return new Trial(
        worked.operation().id() + "/accept-all",
        worked.operation(),
        new HttpRequestMessage(request.method(), request.target(), headers, request.body()),
        worked.identity(),
        Expected.ANSWERED,
        new Reason(
            "by a client that takes every media type",
            "RFC 9110 section 12.5.1: */* matches all",
            Optional.empty()),
        Optional.empty());
  }
}
