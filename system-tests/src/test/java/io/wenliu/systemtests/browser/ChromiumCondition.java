package io.wenliu.systemtests.browser;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/// See [NeedsChromium].
final class ChromiumCondition implements ExecutionCondition {

  private static final String HOW =
      "No Chromium: browser tests are left out. To run them: apt-get install chromium"
          + " fonts-noto-cjk, or -Dwenliu.chromium=/path/to/it";

  private static final AtomicBoolean said = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Chromium.executable().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    if (Boolean.getBoolean("wenliu.browser.required")) {
      return ConditionEvaluationResult.enabled("asked for, so its absence fails");
    }
    if (!said.getAndSet(true)) {
      System.out.println(HOW);
    }
    return ConditionEvaluationResult.disabled(HOW);
  }
}
