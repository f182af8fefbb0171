// A program that only carries precompiled headers (fleming_test_headers).
int main() {
    return 0;
}
