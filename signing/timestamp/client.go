package timestamp

import (
	"bytes"
	"context"
	"crypto"
	"crypto/x509"
	"encoding/asn1"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"ankhai/signing"
)

// DefaultTimeout is how long an answer may take. Public authorities of Vietnam
// have been seen to take over two minutes.
const DefaultTimeout = 3 * time.Minute

// maxAnswer bounds an answer; real ones have about 5 kB.
const maxAnswer = 1 << 20

// Client asks one time stamping authority.
type Client struct {
	URL string // http or https
	// Policy is asked for and demanded; nil takes the authority's own.
	Policy asn1.ObjectIdentifier
	// Roots, if not nil, must lead to the authority's certificate.
	Roots, Intermediates *x509.CertPool
	// Timeout for one answer; zero: DefaultTimeout.
	Timeout time.Duration
	// User and Password for HTTP basic authentication, where the authority asks.
	User     string
	Password []byte
}

// Stamp asks for a time stamp over a digest made with SHA-256, -384 or -512. The
// error is signing.ErrTimeStamp with its sentence, or signing.ErrCancelled when
// ctx ended.
func (c *Client) Stamp(ctx context.Context, hash crypto.Hash, digest []byte) (*Token, error) {
	token, err := c.stamp(ctx, hash, digest)
	if err == nil {
		return token, nil
	}
	if errors.Is(ctx.Err(), context.Canceled) {
		return nil, fmt.Errorf("ask for time stamp: %w", errors.Join(signing.ErrCancelled, err))
	}
	return nil, fmt.Errorf("ask for time stamp: %w", signing.Refuse(signing.ErrTimeStamp, err, "%s", c.say(err)))
}

func (c *Client) stamp(ctx context.Context, hash crypto.Hash, digest []byte) (*Token, error) {
	question, err := newRequest(hash, digest, c.Policy)
	if err != nil {
		return nil, err
	}
	body, err := asn1.Marshal(question)
	if err != nil {
		return nil, err
	}
	answer, err := c.post(ctx, body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrTransport, err)
	}
	token, err := question.read(answer)
	if err != nil {
		return nil, err
	}
	if c.Roots != nil {
		if err := token.Trusted(c.Roots, c.Intermediates); err != nil {
			return nil, err
		}
	}
	return token, nil
}

func (c *Client) post(ctx context.Context, body []byte) ([]byte, error) {
	address, err := url.Parse(c.URL)
	if err != nil || address.Host == "" || address.Scheme != "http" && address.Scheme != "https" {
		return nil, errors.New("address is neither http nor https")
	}
	timeout := c.Timeout
	if timeout <= 0 {
		timeout = DefaultTimeout
	}
	ctx, stop := context.WithTimeout(ctx, timeout)
	defer stop()
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, address.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Content-Type", "application/timestamp-query")
	request.Header.Set("Accept", "application/timestamp-reply")
	if c.User != "" {
		request.SetBasicAuth(c.User, string(c.Password))
	}
	transport := http.DefaultTransport.(*http.Transport).Clone()
	defer transport.CloseIdleConnections()
	client := http.Client{Transport: transport, CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse
	}}
	response, err := client.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("status %d", response.StatusCode)
	}
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxAnswer+1))
	if err != nil {
		return nil, err
	}
	if len(answer) > maxAnswer {
		return nil, errors.New("answer has no end")
	}
	return answer, nil
}

// say is the sentence for a failure: what, where, how to mend.
func (c *Client) say(err error) string {
	const mend = " Thử lại sau, đổi máy chủ dấu thời gian, hoặc ký không kèm dấu thời gian."
	where := "Chưa ký được: máy chủ dấu thời gian " + c.URL + " "
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return where + "không trả lời kịp." + mend
	case errors.Is(err, ErrTransport):
		return where + "không nhận yêu cầu. Kiểm tra địa chỉ và đường truyền, hoặc ký không kèm dấu thời gian."
	case errors.Is(err, ErrRefused):
		return where + "từ chối yêu cầu." + mend
	case errors.Is(err, ErrChain):
		return where + "dùng chứng thư số không dẫn về một gốc tin cậy. Bổ sung chứng thư gốc, hoặc đổi máy chủ dấu thời gian."
	case errors.Is(err, ErrCertificate):
		return where + "dùng chứng thư số không phải để cấp dấu thời gian. Đổi máy chủ dấu thời gian."
	default:
		return where + "trả lời không đúng yêu cầu." + mend
	}
}
