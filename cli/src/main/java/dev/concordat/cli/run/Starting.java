package dev.concordat.cli.run;

import dev.concordat.cli.verification.Verifications;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.run.Progress;
import dev.concordat.standin.Verification;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/// How every command starts an environment.
final class Starting {
  private final Installation installation;
  private final Home home;

  Starting(Installation installation, Home home) {
    this.installation = installation;
    this.home = home;
  }

  Environment start(Setup setup, StartRequest request, Consumer<Progress> progress)
      throws EnvironmentFailure, InterruptedException {
    StartOptions options =
        new StartOptions(request.seed())
            .withVariables(request.variables().bySystem(setup))
            .withReadyLimit(request.readyLimit())
            .withOpener(new RememberingStandIns(request.seed(), verifications()));
    return new EnvironmentStarter(home, new Distribution(installation.parts()), progress)
        .start(setup, options);
  }

  private Verification.Source verifications() throws EnvironmentFailure {
    try {
      return new Verifications(home.folder()).known(List.of());
    } catch (IOException e) {
      throw EnvironmentFailure.of(
          home.folder().toString(),
          "the verifications that are kept there cannot be read: " + e.getMessage(),
          "Check the permissions of the folder.");
    }
  }
}
