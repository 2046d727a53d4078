//go:build unix

package office

import (
	"crypto/x509"
	"runtime"
	"sync"
	"testing"

	"ankhai/app/gateway"
	"ankhai/app/gateway/sandbox"
)

// BenchmarkGatewayWithChecks sends signed dossiers from eight senders over TLS to a
// practice gateway that keeps its book on the disk and makes every check of its
// own: layouts, two signatures, rules of the form. Sender and gateway share the
// processors. It reports dossiers a second, and how many there would be if nothing
// else ran: processor time alone, over all processors.
func BenchmarkGatewayWithChecks(b *testing.B) {
	const senders, most = 8, 2000
	envelopes := signedEnvelopes(b, min(most, max(b.N, senders)))
	box, err := sandbox.New(sandbox.Options{Dir: b.TempDir(), Now: testNow, Checks: GatewayChecks(testNow), Steps: Pace})
	if err != nil {
		b.Fatal(err)
	}
	defer box.Close()
	url, ca, err := box.Start("")
	if err != nil {
		b.Fatal(err)
	}
	roots := x509.NewCertPool()
	roots.AppendCertsFromPEM(ca)
	client, err := gateway.NewClient(gateway.ClientOptions{URL: url, RootCAs: roots, Account: practiceAccount})
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	b.ResetTimer()
	begun := now()
	var wg sync.WaitGroup
	for w := range senders {
		wg.Go(func() {
			for i := w; i < b.N; i += senders {
				p := gateway.NewPackage(gateway.NewKey(), sandbox.DefaultIVAN, envelopes[i%len(envelopes)])
				if _, err := client.Submit(b.Context(), p); err != nil {
					b.Error(err)
					return
				}
			}
		})
	}
	wg.Wait()
	used := now().since(begun)
	b.ReportMetric(float64(b.N)/used.wall, "req/s")
	b.ReportMetric(float64(b.N)/used.cpu*float64(runtime.GOMAXPROCS(0)), "req/s-if-idle")
	if n := len(box.Submissions()); n != b.N {
		b.Errorf("the gateway holds %d dossiers, want %d", n, b.N)
	}
}
