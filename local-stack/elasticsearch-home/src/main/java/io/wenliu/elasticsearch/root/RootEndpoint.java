package io.wenliu.elasticsearch.root;

import java.util.List;
import org.apache.lucene.util.Version;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/// `GET /` and `HEAD /`: the node's name, its cluster and its version, in the stock answer's shape.
final class RootEndpoint extends BaseRestHandler {

  private final Settings settings;

  RootEndpoint(Settings settings) {
    this.settings = settings;
  }

  @Override
  public String getName() {
    return "root_endpoint";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel -> {
      var build = Build.current();
      var answer =
          channel
              .newBuilder()
              .startObject()
              .field("name", settings.get("node.name"))
              .field("cluster_name", settings.get("cluster.name"))
              // Known only to the cluster state; clients read it for display alone.
              .field("cluster_uuid", "_na_")
              .startObject("version")
              .field("number", build.version())
              .field("build_flavor", build.flavor())
              .field("build_type", build.type().displayName())
              .field("build_hash", build.hash())
              .field("build_date", build.date())
              .field("build_snapshot", build.isSnapshot())
              .field("lucene_version", Version.LATEST.toString())
              .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
              .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
              .endObject()
              .field("tagline", "You Know, for Search")
              .endObject();
      channel.sendResponse(new RestResponse(RestStatus.OK, answer));
    };
  }
}
