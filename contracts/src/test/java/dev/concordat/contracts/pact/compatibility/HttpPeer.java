package dev.concordat.contracts.pact.compatibility;

import dev.concordat.contracts.pact.verification.Peer;
import dev.concordat.model.exchange.Bytes;
import dev.concordat.model.exchange.Header;
import dev.concordat.model.exchange.HttpRequestMessage;
import dev.concordat.model.exchange.HttpResponseMessage;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;

/// A peer at an address, reached over real HTTP.
record HttpPeer(HttpClient client, String address) implements Peer {
  @Override
  public HttpResponseMessage exchange(HttpRequestMessage request) throws IOException {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address + request.target()))
            .method(
                request.method(),
                request.body().size() == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(request.body().toArray()));
    request.headers().forEach(header -> builder.header(header.name(), header.value()));
    try {
      HttpResponse<byte[]> answer =
          client.send(builder.build(), HttpResponse.BodyHandlers.ofByteArray());
      var headers = new ArrayList<Header>();
      answer
          .headers()
          .map()
          .forEach((name, values) -> values.forEach(it -> headers.add(new Header(name, it))));
      return new HttpResponseMessage(answer.statusCode(), headers, Bytes.of(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }
}
