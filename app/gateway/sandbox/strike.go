package sandbox

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// foreignPage is what a captive portal or a proxy answers.
const foreignPage = "<!doctype html><html lang=\"vi\"><title>Đăng nhập Wi-Fi</title><p>Đăng nhập để dùng mạng.</p></html>"

// strike carries out a fault. out is the answer that was due; it is nil when
// nothing was stored.
func (s *Sandbox) strike(w http.ResponseWriter, f fault, out *outcome) {
	switch f.name {
	case "500", "500-after":
		http.Error(w, "lỗi máy chủ", http.StatusInternalServerError)
		return
	case "503", "429":
		w.Header().Set("Retry-After", "2")
		status := http.StatusServiceUnavailable
		if f.name == "429" {
			status = http.StatusTooManyRequests
		}
		http.Error(w, "cổng đang bận", status)
		return
	case "html", "html-after":
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		io.WriteString(w, foreignPage)
		return
	case "redirect":
		w.Header().Set("Location", "/v1/ho-so")
		w.WriteHeader(http.StatusTemporaryRedirect)
		return
	case "wrong-receipt":
		other := out.body.(receiptAnswer)
		other.Khoa, other.MaGiaoDich = newUUID(), newUUID()
		other.SHA256 = strings.Repeat("0", 64)
		answer(w, out.status, out.mediaType, other)
		return
	case "huge":
		w.Header().Set("Content-Type", "application/json")
		w.WriteHeader(out.status)
		io.WriteString(w, `{"khoa":"`)
		for range 3 << 4 {
			if _, err := w.Write(bytes.Repeat([]byte("A"), 64<<10)); err != nil {
				return
			}
		}
		return
	}
	conn, rw, err := http.NewResponseController(w).Hijack()
	if err != nil {
		http.Error(w, "lỗi máy chủ", http.StatusInternalServerError)
		return
	}
	defer conn.Close()
	if f.name == "reset" || f.name == "reset-after" {
		reset(conn)
		return
	}
	if f.name == "drop-answer" || out == nil {
		return
	}
	send(rw, conn, f, *out)
}

// reset ends the connection with a TCP RST and no farewell of TLS.
func reset(conn net.Conn) {
	if t, ok := conn.(*tls.Conn); ok {
		conn = t.NetConn()
	}
	if t, ok := conn.(*net.TCPConn); ok {
		t.SetLinger(0)
	}
	conn.Close()
}

// send writes the answer by hand, as the fault wants it.
func send(rw *bufio.ReadWriter, conn net.Conn, f fault, out outcome) {
	body, err := json.Marshal(out.body)
	if err != nil {
		return
	}
	head := fmt.Sprintf("HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n", out.status, http.StatusText(out.status), out.mediaType, len(body))
	whole := append([]byte(head), body...)
	switch f.name {
	case "half":
		rw.Write(whole[:len(head)+len(body)/2])
	case "cut":
		rw.Write(whole[:min(f.bytes, len(whole))])
	case "double":
		rw.Write(whole)
		rw.Write(whole)
	case "drip":
		const drops = 20
		step := max(1, len(whole)/drops)
		for i := 0; i < len(whole); i += step {
			rw.Write(whole[i:min(i+step, len(whole))])
			if rw.Flush() != nil {
				return
			}
			time.Sleep(f.wait / drops)
		}
	}
	rw.Flush()
}
