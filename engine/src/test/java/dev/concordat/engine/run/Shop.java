package dev.concordat.engine.run;

import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Setup;
import java.nio.file.Path;

/// The example shop, started.
final class Shop {
  private Shop() {}

  /// @param folder where its state goes, unless `-Dshop.home` says otherwise
  static Environment start(Setup setup, Path folder, long seed)
      throws EnvironmentFailure, InterruptedException {
    return new EnvironmentStarter(
            Home.at(Path.of(System.getProperty("shop.home", folder.toString()))),
            new Distribution(Path.of(System.getProperty("concordat.parts"))),
            _ -> {})
        .start(setup, new StartOptions(seed));
  }
}
