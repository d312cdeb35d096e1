package dev.concordat.standin;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Header;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// For which contract a stand-in speaks, and when that was last held against the real provider: a header of every answer, as a
/// structured field (RFC 9651): `Concordat-Stand-In: "Orders"; version="1.2"; meaning="3f2a…"; seed=1; verified=?0`.
///
/// The digest of the contract's meaning is computed beside serving; the first answer waits for it.
final class Provenance {
  static final String NAME = "Concordat-Stand-In";

  private final FutureTask<Known> known;
  private final boolean isAnyKnown;

  private record Known(Header header, Verification verification) {}

  Provenance(OpenApiContract contract, long seed, Verification.Source verifications) {
    this.known = new FutureTask<>(() -> of(contract, seed, verifications));
    this.isAnyKnown = !verifications.isEmpty();
    Thread.ofPlatform().daemon().name("concordat-meaning").start(known);
  }

  private static Known of(OpenApiContract contract, long seed, Verification.Source verifications) {
    String digest = Meaning.of(contract).map(meaning -> meaning.digest()).orElse("");
    String value =
        quoted(contract.title())
            + "; version="
            + quoted(contract.version())
            + "; meaning="
            + quoted(digest)
            + "; seed="
            + seed;
    Verification verification = verifications.of(digest);
    return new Known(new Header(NAME, value + verification.parameters()), verification);
  }

  Header header() {
    return known().header();
  }

  /// Waits for the digest of the contract's meaning, unless no verification is known at all.
  Verification verification() {
    return isAnyKnown ? known().verification() : new Verification.Never();
  }

  private Known known() {
    try {
      return known.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Known(new Header(NAME, "\"?\"; verified=?0"), new Verification.Never());
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the contract's meaning cannot be computed", bug.getCause());
    }
  }

  /// A string of a structured field has visible ASCII only; anything else is shown as `?`.
  private static String quoted(String text) {
    return '"' + text.replaceAll("[^ -~]", "?").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
