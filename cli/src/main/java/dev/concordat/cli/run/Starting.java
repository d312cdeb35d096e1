package dev.concordat.cli.run;

import dev.concordat.cases.value.Size;
import dev.concordat.cases.value.ValueGenerator;
import dev.concordat.contracts.schema.Direction;
import dev.concordat.environment.EnvironmentFailure;
import dev.concordat.environment.home.Home;
import dev.concordat.environment.part.Distribution;
import dev.concordat.environment.running.Environment;
import dev.concordat.environment.running.EnvironmentStarter;
import dev.concordat.environment.running.StartOptions;
import dev.concordat.environment.setup.Setup;
import dev.concordat.model.run.Progress;
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
    ValueGenerator values = new ValueGenerator(request.seed());
    StartOptions options =
        new StartOptions(request.seed())
            .withVariables(request.variables().bySystem(setup))
            .withReadyLimit(request.readyLimit())
            .withValues(
                schema ->
                    values.value(schema, schema.place().pointer(), Size.FULL, Direction.RESPONSE));
    return new EnvironmentStarter(home, new Distribution(installation.parts()), progress)
        .start(setup, options);
  }
}
