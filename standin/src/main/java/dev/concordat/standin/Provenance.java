package dev.concordat.standin;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Header;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// For which contract a stand-in speaks, and that nobody held it against the real provider: a header of every answer, as a
/// structured field (RFC 9651): `Concordat-Stand-In: "Orders"; version="1.2"; meaning="3f2a…"; seed=1; verified=?0`.
///
/// The digest of the contract's meaning is computed beside serving; the first answer waits for it.
final class Provenance {
  static final String NAME = "Concordat-Stand-In";

  private final FutureTask<Header> header;

  Provenance(OpenApiContract contract, long seed) {
    this.header = new FutureTask<>(() -> of(contract, seed));
    Thread.ofPlatform().daemon().name("concordat-meaning").start(header);
  }

  private static Header of(OpenApiContract contract, long seed) {
    String digest = Meaning.of(contract).map(meaning -> meaning.digest()).orElse("");
    String value =
        quoted(contract.title())
            + "; version="
            + quoted(contract.version())
            + "; meaning="
            + quoted(digest)
            + "; seed="
            + seed
            + "; verified=?0";
    return new Header(NAME, value);
  }

  Header header() {
    try {
      return header.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Header(NAME, "\"?\"; verified=?0");
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the contract's meaning cannot be computed", bug.getCause());
    }
  }

  /// A string of a structured field has visible ASCII only; anything else is shown as `?`.
  private static String quoted(String text) {
    return '"' + text.replaceAll("[^ -~]", "?").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
