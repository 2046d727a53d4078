package remote

import (
	"bytes"
	"context"
	"crypto/tls"
	"crypto/x509"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"strings"
	"time"

	"ankhai/signing"
)

// maxAnswer bounds an answer; certificates with their chains take a few kilobytes.
const maxAnswer = 1 << 20

// client talks to one server: TLS with its certificate checked, no redirect, no
// answer larger than maxAnswer or later than its limit, nothing but JSON.
type client struct {
	base string // without a slash at its end
	http *http.Client
}

func newClient(base, ca string) (*client, error) {
	u, err := url.Parse(base)
	if err != nil || u.Scheme != "https" || u.Host == "" || u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return nil, signing.Refuse(ErrAccount, err, "Địa chỉ dịch vụ ký từ xa không đúng: phải có dạng https://máy-chủ/đường-dẫn, không kèm tên và mật khẩu. Khai lại ở «Chữ ký số» hoặc bằng bhxh remote add.")
	}
	conf := &tls.Config{MinVersion: tls.VersionTLS12}
	if ca != "" {
		conf.RootCAs = x509.NewCertPool()
		if !conf.RootCAs.AppendCertsFromPEM([]byte(ca)) {
			return nil, signing.Refuse(ErrAccount, nil, "Chứng thư gốc của dịch vụ ký từ xa không phải PEM. Chọn tệp có dòng BEGIN CERTIFICATE.")
		}
	}
	return &client{
		base: strings.TrimRight(base, "/"),
		http: &http.Client{
			Transport: &http.Transport{
				Proxy:                  http.ProxyFromEnvironment,
				DialContext:            (&net.Dialer{Timeout: 10 * time.Second}).DialContext,
				TLSClientConfig:        conf,
				TLSHandshakeTimeout:    10 * time.Second,
				IdleConnTimeout:        20 * time.Second,
				MaxResponseHeaderBytes: 64 << 10,
				DisableCompression:     true,
			},
			CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
		},
	}, nil
}

func (c *client) close() { c.http.CloseIdleConnections() }

// call is one request.
type call struct {
	method string // "" is POST
	path   string // after the base; begins with a slash
	header map[string]string
	body   any        // sent as JSON; nil sends none
	form   url.Values // sent as a form instead
	limit  time.Duration
}

func (k call) encode() (body []byte, kind string, err error) {
	switch {
	case k.form != nil:
		return []byte(k.form.Encode()), "application/x-www-form-urlencoded", nil
	case k.body != nil:
		if body, err = json.Marshal(k.body); err != nil {
			return nil, "", fmt.Errorf("remote %s: encode request: %w", k.path, err)
		}
		return body, "application/json", nil
	}
	return nil, "", nil
}

// answer is what came back: JSON, of whatever status.
type answer struct {
	status int
	body   []byte
}

// read decodes the answer strictly into v.
func (a answer) read(v any) error {
	if err := strict(a.body); err != nil {
		return misunderstood(err)
	}
	if err := json.Unmarshal(a.body, v); err != nil {
		return misunderstood(err)
	}
	return nil
}

// do sends a request. Errors name neither the request's body nor the answer's:
// both hold secrets.
func (c *client) do(ctx context.Context, k call) (answer, error) {
	if k.limit == 0 {
		k.limit = answerTime
	}
	if k.method == "" {
		k.method = http.MethodPost
	}
	own, cancel := context.WithTimeout(ctx, k.limit)
	defer cancel()
	body, kind, err := k.encode()
	if err != nil {
		return answer{}, err
	}
	req, err := http.NewRequestWithContext(own, k.method, c.base+k.path, bytes.NewReader(body))
	if err != nil {
		return answer{}, fmt.Errorf("remote %s: %w", k.path, err)
	}
	req.Header.Set("Accept", "application/json")
	if kind != "" {
		req.Header.Set("Content-Type", kind)
	}
	for name, value := range k.header {
		req.Header.Set(name, value)
	}
	res, err := c.http.Do(req)
	if err != nil {
		return answer{}, unreached(ctx, k.path, err)
	}
	defer res.Body.Close()
	a := answer{status: res.StatusCode}
	if a.body, err = io.ReadAll(io.LimitReader(res.Body, maxAnswer+1)); err != nil {
		return answer{}, unreached(ctx, k.path, err)
	}
	return a, judge(k.path, res, a.body)
}

// unreached puts a failed exchange into words. When the caller gave up, that is
// what the error says.
func unreached(ctx context.Context, path string, err error) error {
	cause := fmt.Errorf("remote %s: %w", path, bare(err))
	var unverified *tls.CertificateVerificationError
	switch {
	case ctx.Err() != nil:
		return fmt.Errorf("remote %s: %w", path, ctx.Err())
	case errors.As(err, &unverified):
		return signing.Refuse(ErrTLS, cause, "Chưa ký được: chứng thư máy chủ của dịch vụ ký từ xa không được tin cậy. Kiểm tra địa chỉ, ngày giờ của máy và mạng đang dùng; đừng ký khi chưa rõ vì sao.")
	case errors.Is(err, context.DeadlineExceeded):
		return signing.Refuse(ErrSlow, errors.New("remote "+path+": no answer in time"), "Chưa ký xong: dịch vụ ký từ xa quá lâu không trả lời. Đợi vài phút rồi ký lại; yêu cầu đã gửi, nếu có, được dùng tiếp.")
	}
	return signing.Refuse(ErrDown, cause, "Chưa ký xong: không kết nối được với dịch vụ ký từ xa. Kiểm tra mạng rồi ký lại; yêu cầu đã gửi, nếu có, được dùng tiếp.")
}

// bare takes the address off an error: a query may hold what nobody should read.
func bare(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

func judge(path string, res *http.Response, body []byte) error {
	cause := fmt.Errorf("remote %s: status %d", path, res.StatusCode)
	kind, _, _ := mime.ParseMediaType(res.Header.Get("Content-Type"))
	isJSON := kind == "application/json" || strings.HasSuffix(kind, "+json")
	switch {
	case res.StatusCode >= 300 && res.StatusCode < 400:
		return signing.Refuse(ErrRedirect, cause, "Chưa ký được: dịch vụ ký từ xa chuyển hướng sang địa chỉ khác nên không đi theo. Kiểm tra địa chỉ đã khai ở «Chữ ký số» hoặc bằng bhxh remote list.")
	case len(body) > maxAnswer:
		return signing.Refuse(ErrHuge, cause, "Chưa ký được: câu trả lời của dịch vụ ký từ xa lớn quá mức (%d MB) nên không được đọc. Kiểm tra địa chỉ đã khai ở «Chữ ký số» hoặc bằng bhxh remote list.", maxAnswer>>20)
	case res.StatusCode >= 500:
		return signing.Refuse(ErrDown, cause, "Chưa ký xong: dịch vụ ký từ xa đang gặp lỗi (mã %d). Đợi vài phút rồi ký lại; yêu cầu đã gửi, nếu có, được dùng tiếp.", res.StatusCode)
	case res.StatusCode == http.StatusNoContent:
		return nil
	case kind == "text/html":
		return signing.Refuse(ErrHTML, cause, "Chưa ký được: địa chỉ đã khai trả về một trang web thay cho dữ liệu. Kiểm tra địa chỉ dịch vụ ở «Chữ ký số» hoặc bằng bhxh remote list rồi khai lại.")
	case (res.StatusCode == http.StatusUnauthorized || res.StatusCode == http.StatusForbidden) && !isJSON:
		return login(cause)
	case !isJSON:
		return misunderstood(fmt.Errorf("%w, content type %q", cause, kind))
	}
	return nil
}
