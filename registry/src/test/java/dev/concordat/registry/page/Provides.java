package dev.concordat.registry.page;

import dev.concordat.model.exchange.Bytes;
import dev.concordat.registry.Scene;
import dev.concordat.registry.store.Contents;
import dev.concordat.registry.store.Publications;
import dev.concordat.registry.store.VersionRow;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A system that publishes what it provides.
final class Provides {
  private Provides() {}

  /// @param type of the count that it answers
  static void write(Handle handle, String version, String type) {
    Scene scene = new Scene(handle);
    VersionRow row = scene.version("stock", version);
    String text =
        """
        openapi: 3.1.0
        info: {title: Stock, version: '%s'}
        paths:
          /stock/{sku}:
            get:
              summary: Counts one article.
              parameters:
                - {name: sku, in: path, required: true, schema: {type: string}}
              responses:
                '200':
                  description: the count
                  content:
                    application/json:
                      schema: {type: object, required: [left], properties: {left: {type: %s}}}
        """
            .formatted(version, type);
    long content =
        new Contents(handle)
            .ensure(
                new Contents.New(
                    Optional.empty(),
                    row.systemId(),
                    "openapi",
                    "sha-" + type,
                    "digest-" + type,
                    "application/yaml",
                    Bytes.utf8(text)),
                scene.tick())
            .id();
    new Publications(handle)
        .add(Optional.empty(), row.systemId(), row.id(), content, Optional.empty(), scene.tick());
  }
}
