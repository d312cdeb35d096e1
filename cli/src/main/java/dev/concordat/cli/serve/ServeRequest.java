package dev.concordat.cli.serve;

import dev.concordat.registry.access.BasicUser;
import dev.concordat.registry.contract.PublishingRules;
import dev.concordat.registry.signin.OidcSettings;
import dev.concordat.registry.store.DatabaseAddress;
import dev.concordat.registry.webhook.WebhookSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What `concordat serve` was asked for.
///
/// @param data the folder of the embedded database
/// @param database somebody's own database, instead of the embedded one
/// @param anonymousRead whether everybody may read
/// @param users of basic authentication
/// @param people whose people may sign in
/// @param rules of publishing
/// @param webhooks what webhooks may reach
/// @param newToken whether another token for administrators is made and printed
public record ServeRequest(
    String host,
    int port,
    Path data,
    Optional<DatabaseAddress> database,
    boolean anonymousRead,
    List<BasicUser> users,
    Optional<OidcSettings> people,
    PublishingRules rules,
    WebhookSettings webhooks,
    boolean newToken,
    boolean isJson) {
  public ServeRequest {
    users = List.copyOf(users);
  }
}
