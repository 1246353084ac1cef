package io.wenliu.index.rebuild;

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

  RebuildController(IndexRebuild rebuild) {
    this.rebuild = rebuild;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  RebuildStatus begin() {
    return rebuild.request();
  }

  @GetMapping
  RebuildStatus status() {
    return rebuild.status();
  }
}
