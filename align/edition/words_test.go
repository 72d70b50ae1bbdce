package edition

import (
	"reflect"
	"strings"
	"testing"
)

// Every label is there in both languages, and takes the same fillings.
func TestWordsAreComplete(t *testing.T) {
	en, es := reflect.ValueOf(english), reflect.ValueOf(spanish)
	for i := range en.NumField() {
		name := en.Type().Field(i).Name
		if name == "Tag" {
			continue
		}
		a, b := en.Field(i).String(), es.Field(i).String()
		if a == "" || b == "" {
			t.Errorf("%s: %q and %q", name, a, b)
		}
		if strings.Count(a, "%s") != strings.Count(b, "%s") {
			t.Errorf("%s: %q and %q have not as many fillings", name, a, b)
		}
	}
}
