package dev.concordat.registry.contract;

import dev.concordat.registry.store.ContentRow;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.PactRow;
import dev.concordat.registry.store.Publications;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// Reads the contents of publications back.
public final class ContractStore {
  private final Handle handle;

  public ContractStore(Handle handle) {
    this.handle = handle;
  }

  /// What a publication says. The first bytes that were published of a content speak for all that are the same.
  public PactContent content(PactRow pact) {
    return content(pact.contentId());
  }

  /// A content by its id, which is in the store.
  public PactContent content(long id) {
    ContentRow row = new Contents(handle).find(id).orElseThrow();
    return PactContent.read(row.bytes()).orElseThrow();
  }

  /// What a version says of a provider now.
  public Optional<PactContent> said(long versionId, long providerId) {
    return new Publications(handle).find(versionId, providerId).map(this::content);
  }
}
