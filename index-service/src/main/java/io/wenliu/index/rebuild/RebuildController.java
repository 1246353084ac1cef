package io.wenliu.index.rebuild;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.wenliu.index.elasticsearch.SchemaInstaller;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Lets an operator rebuild the indices.
@RestController
@RequestMapping("/api/v1/index/rebuild")
class RebuildController {

  private final IndexRebuild rebuild;
  private final SchemaInstaller schema;

  RebuildController(IndexRebuild rebuild, SchemaInstaller schema) {
    this.rebuild = rebuild;
    this.schema = schema;
  }

  /// @param outdated indices of an older schema, for which this service waits
  record Answer(@JsonUnwrapped RebuildStatus status, List<String> outdated) {}

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  Answer begin() {
    return new Answer(rebuild.request(), schema.outdated());
  }

  @GetMapping
  Answer status() {
    return new Answer(rebuild.status(), schema.outdated());
  }
}
