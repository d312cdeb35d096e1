package dev.concordat.registry.page;

import dev.concordat.registry.Scene;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// A registry of a small shop: one pair is broken, one was never verified, the rest is proved.
final class Shop {
  private Shop() {}

  static boolean write(Handle handle) {
    Scene scene = new Scene(handle);
    for (String system : new String[] {"web", "orders", "payments", "stock", "mail"}) {
      scene.version(system, "1.0.0");
      scene.branch(system, "1.0.0", "main");
      scene.mainBranch(system, "main");
    }
    scene.owner("web", "team-front");
    scene.owner("orders", "team-checkout");
    scene.owner("payments", "team-money");
    scene.publish("web", "1.0.0", "orders", "place list");
    scene.publish("web", "1.0.0", "stock", "count");
    scene.publish("orders", "1.0.0", "payments", "charge");
    scene.publish("orders", "1.0.0", "mail", "send");
    scene.publish("payments", "1.0.0", "mail", "receipt");
    scene.verify("web", "1.0.0", "orders", "1.0.0", true);
    scene.verify("web", "1.0.0", "stock", "1.0.0", true);
    scene.verify("payments", "1.0.0", "mail", "1.0.0", true);
    scene.verify("orders", "1.0.0", "payments", "1.0.0", true);
    scene.version("payments", "2.0.0");
    scene.branch("payments", "2.0.0", "main");
    scene.verify(
        "orders",
        "1.0.0",
        "payments",
        "2.0.0",
        false,
        false,
        Optional.of(
            """
            {"tests": [{"interactionDescription": "charge", "success": false,
              "mismatches": [{"description": "Expected status 200 but was 410"}]}]}
            """));
    scene.tag("web", "1.0.0", "release");
    scene.deploy("web", "1.0.0", "production");
    scene.deploy("orders", "1.0.0", "production", Optional.of("blue"));
    scene.deploy("payments", "1.0.0", "production");
    scene.deploy("stock", "1.0.0", "production");
    scene.deploy("orders", "1.0.0", "test");
    scene.deploy("payments", "2.0.0", "test");
    scene.release("mail", "1.0.0", "test");
    return true;
  }
}
