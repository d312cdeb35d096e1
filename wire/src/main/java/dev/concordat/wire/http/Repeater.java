package dev.concordat.wire.http;

import dev.concordat.wire.capture.CaptureLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Sends a request once more, on a connection of its own, and waits for the answer, which nobody gets.
final class Repeater {
  private static final int CONNECT_MILLIS = 5_000;
  private static final int ANSWER_MILLIS = 10_000;
  private static final int READ_BYTES = 8 << 10;

  private final InetSocketAddress provider;
  private final Optional<LinkTls.Expected> tls;
  private final CaptureLimits limits;

  Repeater(InetSocketAddress provider, Optional<LinkTls.Expected> tls, CaptureLimits limits) {
    this.tls = tls;
    this.provider = provider;
    this.limits = limits;
  }

  /// Whether the request was sent; if its answer does not come in {@value #ANSWER_MILLIS} ms, it is not waited for.
  boolean repeat(byte[] request) {
    try (Socket socket = new Socket()) {
      socket.connect(provider, CONNECT_MILLIS);
      socket.setSoTimeout(ANSWER_MILLIS);
      try (Socket talk = tls.isEmpty() ? socket : secured(socket, tls.get())) {
        talk.getOutputStream().write(request);
        awaitAnswer(talk.getInputStream(), request);
        return true;
      }
    } catch (IOException e) {
      return false;
    }
  }

  private static Socket secured(Socket socket, LinkTls.Expected provider) throws IOException {
    SSLSocketFactory factory = provider.context().getSocketFactory();
    var secured = (SSLSocket) factory.createSocket(socket, provider.host(), socket.getPort(), true);
    secured.setSSLParameters(provider.asking(secured.getSSLParameters()));
    secured.startHandshake();
    return secured;
  }

  private void awaitAnswer(InputStream in, byte[] request) {
    boolean isToHead = request.length > 4 && request[0] == 'H' && request[1] == 'E';
    var parser = new ResponseParser(isToHead ? "HEAD" : "GET", limits);
    byte[] bytes = new byte[READ_BYTES];
    try {
      int count = in.read(bytes);
      while (count >= 0 && parser.feed(bytes, count) instanceof ResponseParser.State.Unfinished) {
        count = in.read(bytes);
      }
    } catch (IOException broken) {
      // It was sent; how it was answered is the provider's affair.
    }
  }
}
