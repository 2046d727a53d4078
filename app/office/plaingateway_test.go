package office

import (
	"crypto/x509"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/rand/v2"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

// plainGateway speaks the published protocol and looks into nothing. A naive one
// keeps whatever arrives, as often as it arrives: it shows what a sender does. It
// keeps its promise that nothing is on its way for longer than patience: what it
// could not deal with by then it drops.
type plainGateway struct {
	url      string
	cert     *x509.Certificate
	naive    bool
	patience time.Duration
	work     time.Duration      // dealing with one dossier in three takes up to this long
	fault    func(n int) string // of the n-th submission, "" for none

	mu    sync.Mutex
	n     int
	kept  map[string][]string // key → SHA-256 of each time that it was kept
	order []string            // keys in the order of arrival
	asked int
	hits  map[string]int // faults that struck
	seen  int            // submissions that came again and were not kept again
	mute  int            // questions still to be answered with 500
}

// reset makes the gateway hold just these, and its troubles begin anew.
func (g *plainGateway) reset(kept map[string][]string, mute int, fault func(n int) string) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.kept, g.order, g.n, g.seen, g.mute, g.fault = map[string][]string{}, nil, 0, 0, mute, fault
	for key, sums := range kept {
		g.kept[key] = slices.Clone(sums)
	}
}

func newPlainGateway(t testing.TB, naive bool, fault func(n int) string) *plainGateway {
	t.Helper()
	g := &plainGateway{naive: naive, patience: time.Hour, fault: fault, kept: map[string][]string{}, hits: map[string]int{}}
	if fault == nil {
		g.fault = func(int) string { return "" }
	}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/ho-so", g.submit)
	mux.HandleFunc("GET /v1/ho-so/khoa/{khoa}", g.lookup)
	mux.HandleFunc("GET /v1/ho-so/{maGiaoDich}/{viec}", g.progress)
	srv := httptest.NewUnstartedServer(mux)
	srv.Config.ErrorLog = log.New(io.Discard, "", 0)
	srv.StartTLS()
	t.Cleanup(srv.Close)
	g.url, g.cert = srv.URL, srv.Certificate()
	return g
}

// plainFaults are its troubles: before it keeps the dossier, and after.
var (
	faultsBefore = []string{"500", "503", "429", "html", "reset", "redirect"}
	faultsAfter  = []string{"drop-after", "half-after", "500-after", "html-after", "foreign-after", "double-after", "slow-after", "reset-after"}
)

func (g *plainGateway) submit(w http.ResponseWriter, r *http.Request) {
	begun := time.Now()
	body, err := io.ReadAll(r.Body)
	var in struct{ Khoa, SHA256 string }
	if err != nil || json.Unmarshal(body, &in) != nil {
		return // the sender is gone: nothing whole has arrived
	}
	g.mu.Lock()
	g.n++
	fault := g.fault(g.n)
	g.hits[fault]++
	g.mu.Unlock()
	if g.work > 0 && rand.IntN(3) == 0 {
		time.Sleep(rand.N(g.work))
	}
	if slices.Contains(faultsBefore, fault) {
		g.strike(w, fault, nil)
		return
	}
	g.mu.Lock()
	if time.Since(begun) > g.patience {
		g.mu.Unlock()
		g.strike(w, "503", nil)
		return
	}
	before := len(g.kept[in.Khoa])
	if before == 0 {
		g.order = append(g.order, in.Khoa)
	}
	if g.naive || before == 0 {
		g.kept[in.Khoa] = append(g.kept[in.Khoa], in.SHA256)
	} else {
		g.seen++
	}
	g.mu.Unlock()
	receipt := plainReceipt(in.Khoa, in.SHA256)
	if fault == "" {
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(http.StatusCreated)
		w.Write(receipt)
		return
	}
	g.strike(w, fault, receipt)
}

func plainReceipt(key, sum string) []byte {
	b, err := json.Marshal(map[string]any{"khoa": key, "sha256": sum, "maGiaoDich": key, "thoiGianTiepNhan": "2026-11-22T09:30:00+07:00"})
	if err != nil {
		panic(err)
	}
	return b
}

func (g *plainGateway) strike(w http.ResponseWriter, fault string, receipt []byte) {
	switch strings.TrimSuffix(fault, "-after") {
	case "500":
		http.Error(w, "hỏng", http.StatusInternalServerError)
	case "503":
		w.Header().Set("Retry-After", "1")
		http.Error(w, "bận", http.StatusServiceUnavailable)
	case "429":
		w.Header().Set("Retry-After", "1")
		http.Error(w, "nhiều quá", http.StatusTooManyRequests)
	case "html":
		w.Header().Set("Content-Type", "text/html")
		io.WriteString(w, "<!doctype html><title>Đăng nhập Wi-Fi</title>")
	case "redirect":
		w.Header().Set("Location", "/v1/ho-so")
		w.WriteHeader(http.StatusTemporaryRedirect)
	case "foreign":
		w.Header().Set("Content-Type", "application/json")
		w.Write(plainReceipt("00000000-0000-4000-8000-000000000000", strings.Repeat("0", 64)))
	case "slow":
		time.Sleep(150 * time.Millisecond)
		w.Header().Set("Content-Type", "application/json")
		w.Write(receipt)
	default:
		g.cut(w, fault, receipt)
	}
}

// cut takes the connection into its own hands.
func (g *plainGateway) cut(w http.ResponseWriter, fault string, receipt []byte) {
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	defer conn.Close()
	whole := fmt.Appendf(nil, "HTTP/1.1 201 Created\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(receipt), receipt)
	switch fault {
	case "half-after":
		rw.Write(whole[:len(whole)-len(receipt)/2])
		rw.Flush()
	case "double-after":
		rw.Write(append(whole, whole...))
		rw.Flush()
	case "reset", "reset-after":
		if raw, ok := conn.(interface{ NetConn() net.Conn }); ok {
			conn = raw.NetConn()
		}
		if c, ok := conn.(*net.TCPConn); ok {
			c.SetLinger(0)
		}
		conn.Close()
	}
}

func (g *plainGateway) lookup(w http.ResponseWriter, r *http.Request) {
	key := r.PathValue("khoa")
	g.mu.Lock()
	g.asked++
	sums := g.kept[key]
	g.mute--
	mute := g.mute >= 0
	g.mu.Unlock()
	if mute {
		g.strike(w, "500", nil)
		return
	}
	if len(sums) == 0 {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusNotFound)
		json.NewEncoder(w).Encode(map[string]any{"type": "urn:ankhai:cong:khong-co", "status": 404, "ma": "E-TIM-01", "khoa": key})
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Write(plainReceipt(key, sums[0]))
}

// progress says that whatever it holds has its result.
func (g *plainGateway) progress(w http.ResponseWriter, r *http.Request) {
	var steps []map[string]any
	for n := range 4 {
		steps = append(steps, map[string]any{"buoc": n + 1, "maKetQua": "00", "moTaKetQua": "xong", "thoiGian": "2026-11-22T09:30:00+07:00"})
	}
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(map[string]any{"maGiaoDich": r.PathValue("maGiaoDich"), "soHoSo": "00001/2026/07906", "trangThai": 202, "buoc": steps})
}

// holds is how often a key was kept.
func (g *plainGateway) holds(key string) int {
	g.mu.Lock()
	defer g.mu.Unlock()
	return len(g.kept[key])
}
