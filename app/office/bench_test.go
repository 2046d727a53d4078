//go:build unix

package office

import (
	"crypto/x509"
	"os"
	"slices"
	"syscall"
	"testing"
	"time"

	"ankhai/app/gateway"
)

// BenchmarkSend1000 sends 1,000 dossiers of 20 KB over TLS through the outbox,
// each durable before and after, and compares it with a loop over one connection
// that keeps nothing, in the same run. The ratio is the median of interleaved
// rounds; wall time and CPU of this process, gateway included in both.
func BenchmarkSend1000(b *testing.B) {
	const dossiers, size = 1000, 20_000
	g := newPlainGateway(b, false, nil)
	roots := x509.NewCertPool()
	roots.AddCert(g.cert)
	client, err := gateway.NewClient(gateway.ClientOptions{URL: g.url, RootCAs: roots})
	if err != nil {
		b.Fatal(err)
	}
	defer client.Close()
	body := make([]byte, size)
	for i := range body {
		body[i] = byte('a' + i%26)
	}
	loop := func() spent {
		begun := now()
		for range dossiers {
			if _, err := client.Submit(b.Context(), gateway.NewPackage(gateway.NewKey(), "00999", body)); err != nil {
				b.Fatal(err)
			}
		}
		return now().since(begun)
	}
	durable := func() spent {
		o := filingDesk(b, b.TempDir(), time.Now)
		defer o.Close()
		for range dossiers {
			sub, err := filed(b.Context(), o, size)
			if err != nil {
				b.Fatal(err)
			}
			if err := o.Queue(b.Context(), sub.DossierID); err != nil {
				b.Fatal(err)
			}
		}
		begun := now()
		sent, err := o.RunOutbox(b.Context(), g.url)
		took := now().since(begun)
		if err != nil || len(sent) != dossiers {
			b.Fatalf("%d sent, %v", len(sent), err)
		}
		for _, s := range sent {
			if s.Err != nil {
				b.Fatal(s.Err)
			}
		}
		return took
	}
	rounds := 3
	if os.Getenv("ANKHAI_SOAK") != "" {
		rounds = 9
	}
	loop() // warm
	for b.Loop() {
		var wall, cpu, loops, outboxes []float64
		for range rounds {
			floor, kept := loop(), durable()
			wall, cpu = append(wall, kept.wall/floor.wall), append(cpu, kept.cpu/floor.cpu)
			loops, outboxes = append(loops, floor.wall*1000), append(outboxes, kept.wall*1000)
		}
		b.ReportMetric(median(wall), "×loop")
		b.ReportMetric(median(cpu), "×loop-cpu")
		b.ReportMetric(median(outboxes), "ms/1000")
		b.ReportMetric(median(loops), "loop-ms/1000")
	}
}

// spent is time in seconds: on the wall, and of processors in this process.
type spent struct{ wall, cpu float64 }

var start = time.Now()

func now() spent {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return spent{time.Since(start).Seconds(), float64(u.Utime.Nano()+u.Stime.Nano()) / 1e9}
}

func (s spent) since(begun spent) spent { return spent{s.wall - begun.wall, s.cpu - begun.cpu} }

func median(v []float64) float64 {
	slices.Sort(v)
	return v[len(v)/2]
}
