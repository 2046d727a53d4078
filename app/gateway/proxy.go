package gateway

import (
	"net"
	"net/http"
	"net/url"

	"github.com/mattn/go-ieproxy"
)

var proxyOfSystem = ieproxy.GetProxyFunc()

// systemProxy finds the proxy of a request as this system has it: HTTPS_PROXY and
// NO_PROXY where they are set, else on Windows the Internet settings with their
// script (PAC), and on macOS the network settings. Never one for a gateway on this
// very machine, and a script hears no more than the gateway's host. What is sent
// passes through the proxy sealed: it is the gateway's certificate that is verified.
func systemProxy(req *http.Request) (*url.URL, error) {
	host := req.URL.Hostname()
	if ip := net.ParseIP(host); host == "localhost" || ip != nil && ip.IsLoopback() {
		return nil, nil
	}
	return proxyOfSystem(&http.Request{URL: &url.URL{Scheme: req.URL.Scheme, Host: req.URL.Host, Path: "/"}})
}
