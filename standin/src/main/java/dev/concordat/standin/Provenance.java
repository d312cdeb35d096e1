package dev.concordat.standin;

import dev.concordat.contracts.meaning.Meaning;
import dev.concordat.contracts.openapi.OpenApiContract;
import dev.concordat.model.exchange.Header;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// For which contract a stand-in speaks, and when that was last held against the real provider.
///
/// The digest of the contract's meaning is computed beside serving; the first answer waits for it. Of a large contract, where
/// that takes longer than reading it, it is left out unless a verification is known that may be its own, which only the digest
/// can tell.
final class Provenance {
  /// How many operations a contract has at most whose digest is always told.
  static final int MAX_DIGESTED_OPERATIONS = 500;

  private final FutureTask<Known> known;
  private final boolean isAnyKnown;

  private record Known(Header header, Verification verification) {}

  Provenance(OpenApiContract contract, long seed, Verification.Source verifications) {
    this.known = new FutureTask<>(() -> of(contract, seed, verifications));
    this.isAnyKnown = verifications.mayKnow(contract.operations().size());
    Thread.ofPlatform().daemon().name("concordat-meaning").start(known);
  }

  private static Known of(OpenApiContract contract, long seed, Verification.Source verifications) {
    ProvenanceHeader header =
        ProvenanceHeader.of(contract.title()).with("version", contract.version());
    int operations = contract.operations().size();
    if (!verifications.mayKnow(operations) && operations > MAX_DIGESTED_OPERATIONS) {
      Verification never = new Verification.Never();
      return new Known(header.with("seed", seed).of(never), never);
    }
    String digest = Meaning.of(contract).map(meaning -> meaning.digest()).orElse("");
    Verification verification = verifications.of(digest);
    return new Known(
        header.with("meaning", digest).with("seed", seed).of(verification), verification);
  }

  Header header() {
    return known().header();
  }

  /// Waits for the digest of the contract's meaning, unless no verification that is known can be its own.
  Verification verification() {
    return isAnyKnown ? known().verification() : new Verification.Never();
  }

  private Known known() {
    try {
      return known.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      Verification never = new Verification.Never();
      return new Known(ProvenanceHeader.of("?").of(never), never);
    } catch (ExecutionException bug) {
      throw new IllegalStateException("the contract's meaning cannot be computed", bug.getCause());
    }
  }
}
